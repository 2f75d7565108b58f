package org.noticecascade.endtoend;

import org.noticecascade.ProcessTest;

@ProcessTest
class NationalNoticeOnH2Test extends NationalNotice {}
