/** The incident that shows in Cockpit while no mail leaves: {@code mail-outage}. */
@NullMarked
package org.noticecascade.mail.process;

import org.jspecify.annotations.NullMarked;
