package org.noticecascade.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looks at every body of JSON, and at long lists in a query string, before the engine's API or a controller does.
 *
 * <p>The engine's API takes nothing but JSON, forms and uploads: whatever else it is called is read as JSON there.
 */
final class JsonGuard extends OncePerRequestFilter {
    private static final Pattern OURS = Pattern.compile("/(api|camunda/api/cascade)(/.*)?", Pattern.DOTALL);
    private static final Pattern ENGINE = Pattern.compile("/(engine-rest|camunda/api)(/.*)?", Pattern.DOTALL);
    private static final Pattern COMMA = Pattern.compile(",|%2[cC]");
    private static final Pattern AND = Pattern.compile("&");

    private final JsonCaps engine;
    private final JsonCaps ours;
    private final int parameters;

    JsonGuard(LimitsProperties limits) {
        this.engine = limits.engineJson().caps();
        this.ours = limits.json().caps();
        this.parameters = limits.parameters();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpServletRequest looked;
        try {
            requireFew(request.getQueryString());
            JsonCaps caps = capsFor(request);
            looked = caps == null ? request : JsonBody.read(request, caps).request();
        } catch (BodyRefused refused) {
            AccessWatch.because(request, "body-refused");
            refused.answer(response);
            return;
        }
        chain.doFilter(looked, response);
    }

    private void requireFew(@Nullable String query) {
        if (query != null
                && (COMMA.matcher(query).results().count() >= parameters
                        || AND.matcher(query).results().count() >= parameters)) {
            throw BodyRefused.invalid(
                    "查询条件过多（最多 %d 项），未受理。请减少条件后重试。".formatted(parameters),
                    "The query holds more than %d values; ask for fewer.".formatted(parameters));
        }
    }

    /** Null where nothing is read as JSON. */
    private @Nullable JsonCaps capsFor(HttpServletRequest request) {
        String rest = request.getPathInfo();
        String path = request.getServletPath() + (rest == null ? "" : rest);
        String type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
        boolean body = request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
        if (!body) {
            return null;
        }
        if (OURS.matcher(path).matches()) {
            return type.contains("json") ? ours : null;
        }
        boolean form = type.startsWith("multipart/form-data") || type.startsWith("application/x-www-form-urlencoded");
        return ENGINE.matcher(path).matches() && !form ? engine : null;
    }
}
