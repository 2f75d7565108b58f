/**
 * Generated bad input: cases that come from a seed and an index alone, so that every one of them can be had again.
 */
package org.noticecascade.fuzz;
