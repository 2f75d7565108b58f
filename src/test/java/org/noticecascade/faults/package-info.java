/**
 * What the packaged service makes of servers that fail and nodes that are killed. Each run starts the jar in processes
 * of its own on a PostgreSQL database with the units of the country overdue.
 */
package org.noticecascade.faults;
