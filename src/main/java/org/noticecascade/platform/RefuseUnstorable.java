package org.noticecascade.platform;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Objects;
import org.noticecascade.PlainText;
import org.noticecascade.Refusal;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses parameters a database cannot even compare with, such as one holding NUL, on which PostgreSQL fails. */
final class RefuseUnstorable implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        boolean fine = request.getDispatcherType() == DispatcherType.ERROR
                || request.getParameterMap().values().stream()
                        .flatMap(Arrays::stream)
                        .filter(Objects::nonNull)
                        .allMatch(PlainText::isStorable);
        if (!fine) {
            throw Refusal.invalid("参数中含有无法处理的字符，请删除后重试。", "A parameter holds a character that cannot be handled.");
        }
        return true;
    }
}
