/**
 * Who stands in for whom while somebody is away, and what the deputy is given for it.
 *
 * <p>{@link org.noticecascade.deputy.Deputies} keeps what people named, {@link org.noticecascade.deputy.StandIns} what
 * was given because of it and is to be taken back. The engine's side of it is in {@code deputy.process}. Knows persons
 * only; whoever wants to know of tasks that changed hands listens to {@link org.noticecascade.deputy.TaskPassedOn}.
 */
@NullMarked
package org.noticecascade.deputy;

import org.jspecify.annotations.NullMarked;
