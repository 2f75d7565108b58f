/** The same unit process on engines as they come, on ours, and on another one; no service, no HTTP. */
package org.noticecascade.benchmarks.engines;
