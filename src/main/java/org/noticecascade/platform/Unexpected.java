package org.noticecascade.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A failure nobody foresaw: logged in full under a reference, which is all the caller gets to know of it.
 *
 * @param reference eight characters to look for in the log
 */
record Unexpected(String reference) {
    private static final Logger LOG = LoggerFactory.getLogger(Unexpected.class);

    static Unexpected logged(HttpServletRequest request, String what, @Nullable Throwable cause) {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("[{}] {} {} failed: {}", reference, request.getMethod(), request.getRequestURI(), what, cause);
        return new Unexpected(reference);
    }

    String chinese() {
        return "系统内部错误，本次操作未保存。请稍后重试；若仍失败，请将编号 %s 告知系统管理员。".formatted(reference);
    }

    String english() {
        return "Internal error; nothing was saved. Try again; if it persists, tell the administrator reference %s."
                .formatted(reference);
    }
}
