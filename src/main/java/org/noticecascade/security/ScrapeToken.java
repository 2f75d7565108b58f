package org.noticecascade.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Pattern;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What a monitoring server shows to read {@code /actuator/prometheus} and nothing else, as
 * {@code Authorization: Bearer …}. No person's account: whoever scrapes with a wrong password would lock it.
 *
 * @param scrapeToken 32 characters or more; empty: administrators only
 */
@Validated
@ConfigurationProperties("cascade.monitoring")
record ScrapeToken(
        @DefaultValue("")
        @Pattern(
                regexp = "|[\\x21-\\x7e]{32,200}",
                message = "应为 32 个以上可见 ASCII 字符（must be 32 or more visible ASCII characters）")
        String scrapeToken) {
    static final String PATH = "/actuator/prometheus";

    private static final String BEARER = "Bearer ";

    /** Whether the figures are asked for by whoever has the token; takes the same time however much of it is right. */
    boolean allows(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return !scrapeToken.isEmpty()
                && "GET".equals(request.getMethod())
                && PATH.equals(request.getServletPath())
                && isBearer(header)
                && MessageDigest.isEqual(bytes(header.substring(BEARER.length())), bytes(scrapeToken));
    }

    private static boolean isBearer(@Nullable String header) {
        return header != null && header.startsWith(BEARER);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Never the token itself: the record may end in a log. */
    @Override
    public String toString() {
        return "ScrapeToken[" + (scrapeToken.isEmpty() ? "none" : "set") + "]";
    }
}
