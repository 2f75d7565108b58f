/**
 * What has to be right before the service starts, and what it says when it does not: settings, profiles and options of
 * the command line that nobody reads are refused, and the cause of a failed start is one paragraph with its cure.
 */
@NullMarked
package org.noticecascade.platform.start;

import org.jspecify.annotations.NullMarked;
