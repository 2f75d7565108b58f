/**
 * What was issued, to whom, until when; and each unit's part in it.
 *
 * <p>{@link org.noticecascade.notice.Assignments} is the one truth for stage and dates, {@link
 * org.noticecascade.notice.Cascade} for fan-out and join, {@link org.noticecascade.notice.Submissions} for the versions
 * of what units hand in. Engine code lives in {@code notice.process}.
 */
@NullMarked
package org.noticecascade.notice;

import org.jspecify.annotations.NullMarked;
