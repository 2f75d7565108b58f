/**
 * The read-only queries behind the supervisors' board (督办看板): rows, counts per subtree, progress over time.
 *
 * <p>Everything is asked of the service's own tables, never of the engine's task or history queries. Nothing is ranked:
 * units stand in the directory's order, by code.
 */
@NullMarked
package org.noticecascade.cockpit;

import org.jspecify.annotations.NullMarked;
