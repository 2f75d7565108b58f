package org.noticecascade.security;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A body that is not taken: what is wrong with it, and what to do, in Chinese and English. */
final class BodyRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String chinese;

    private BodyRefused(int status, String chinese, String english) {
        super(english, null, false, false);
        this.status = status;
        this.chinese = chinese;
    }

    static BodyRefused tooLarge(long mostBytes) {
        return new BodyRefused(
                HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
                "请求正文超过 %d 字节，未受理。请减少内容后重试。".formatted(mostBytes),
                "The body is larger than %d bytes and was not taken. Send less.".formatted(mostBytes));
    }

    static BodyRefused tooSlow(Duration atMost) {
        String seconds = String.valueOf(atMost.toMillis() / 1000.0);
        return new BodyRefused(
                HttpServletResponse.SC_REQUEST_TIMEOUT,
                "请求正文传输太慢（限 %s 秒），未受理。请检查网络后重试。".formatted(seconds),
                "The body came too slowly (at most %s seconds) and was not taken. Try again.".formatted(seconds));
    }

    /** No thread is free to wait for more of it. */
    static BodyRefused tooMany() {
        return new BodyRefused(
                HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                "正在等待的请求过多，本次未受理。请稍后重试。",
                "Too many calls are being waited for; this one was not taken. Try again in a moment.");
    }

    /** Well-formed or not: nothing that this service takes. */
    static BodyRefused invalid(String chinese, String english) {
        return new BodyRefused(HttpServletResponse.SC_BAD_REQUEST, chinese, english);
    }

    int status() {
        return status;
    }

    String chinese() {
        return chinese;
    }

    String english() {
        return String.valueOf(getMessage());
    }

    /** Answers in the shape of the engine's API and of problem+json at once: each client finds its own members. */
    void answer(HttpServletResponse response) throws IOException {
        answer(response, status, chinese, english());
    }

    static void answer(HttpServletResponse response, int status, String chinese, String english) throws IOException {
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.setCharacterEncoding("UTF-8");
        response.getOutputStream().write("""
                        {"type":"about:blank","status":%d,"detail":"%s","detailEn":"%s","message":"%2$s","messageEn":"%3$s"}""".formatted(status, chinese, english).getBytes(StandardCharsets.UTF_8));
    }
}
