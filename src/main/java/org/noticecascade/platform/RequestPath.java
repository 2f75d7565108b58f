package org.noticecascade.platform;

import jakarta.servlet.http.HttpServletRequest;

/** The path of a request as its servlet is mapped: decoded, without the query, whichever servlet answers. */
public final class RequestPath {
    private RequestPath() {}

    /** Never null; without the query. */
    public static String of(HttpServletRequest request) {
        String rest = request.getPathInfo();
        return request.getServletPath() + (rest == null ? "" : rest);
    }
}
