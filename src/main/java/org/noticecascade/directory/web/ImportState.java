package org.noticecascade.directory.web;

/** How an import stands. */
enum ImportState {
    QUEUED,
    RUNNING,
    /** Accepted; written unless it was a dry run. */
    DONE,
    /** Has problems; nothing was written. */
    REFUSED,
    /** Broke down for a reason that is not in the file; nothing was written, the log tells why. */
    FAILED
}
