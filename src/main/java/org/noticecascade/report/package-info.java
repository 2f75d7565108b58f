/** The report (落实情况报告) every unit gives to its superior, and the national report that closes a notice. */
@NullMarked
package org.noticecascade.report;

import org.jspecify.annotations.NullMarked;
