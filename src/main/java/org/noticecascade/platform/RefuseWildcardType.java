package org.noticecascade.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses a body whose type has a star in it, on which Spring fails where it refuses any other type it does not know. */
final class RefuseWildcardType implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws HttpMediaTypeNotSupportedException {
        String type = request.getContentType();
        if (type != null && type.split(";", 2)[0].contains("*")) {
            throw new HttpMediaTypeNotSupportedException("A body has one type");
        }
        return true;
    }
}
