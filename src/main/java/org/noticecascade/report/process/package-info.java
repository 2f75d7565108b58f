/** Delegates and ids of {@code unit-report} and of the national report in {@code headquarters-notice}. */
@NullMarked
package org.noticecascade.report.process;

import org.jspecify.annotations.NullMarked;
