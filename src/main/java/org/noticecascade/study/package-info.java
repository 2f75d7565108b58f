/** The study session (学习活动) of departments, prefectures and counties: schedule, hold, record, confirm. */
@NullMarked
package org.noticecascade.study;

import org.jspecify.annotations.NullMarked;
