/** One notice from its text to the national report, over HTTP, with the real job executor. */
package org.noticecascade.endtoend;
