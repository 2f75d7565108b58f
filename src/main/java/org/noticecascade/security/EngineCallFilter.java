package org.noticecascade.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.noticecascade.platform.Caller;
import org.noticecascade.platform.RequestPath;
import org.noticecascade.platform.SecurityLog;
import org.noticecascade.security.EngineCall.Who;
import org.noticecascade.security.acts.AdministratorGroups;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets through to the engine, on both ways in, what {@link EngineCalls} lists: the call, its parameters and the fields
 * of its body. Everything else is answered 404, as if there were nothing, and written to the security log.
 *
 * <p>Administrators may make every call but the closed ones; who administers users only, every such call about users,
 * groups, tenants and permissions. Nobody may send an expression: the engine checks those of
 * the outer query only, and evaluates them with all its services in reach.
 */
final class EngineCallFilter extends OncePerRequestFilter {
    private static final String MACHINES = "/engine-rest/";
    private static final String PEOPLE = "/camunda/api/";
    private static final String OURS = "/camunda/api/cascade/";
    private static final String ENGINE = "engine/engine/default/";
    private static final Pattern OF_USERS =
            Pattern.compile(ENGINE + "(user|group|tenant|authorization|identity)(/.*)?", Pattern.DOTALL);
    private static final String EXPRESSION = "expression";

    private final EngineCalls calls;
    private final Set<String> machineAccounts;
    private final JsonCaps caps;
    private final AdministratorGroups administrators;

    EngineCallFilter(
            EngineCalls calls, Collection<String> machineAccounts, JsonCaps caps, AdministratorGroups administrators) {
        this.administrators = administrators;
        this.calls = calls;
        this.machineAccounts = Set.copyOf(machineAccounts);
        this.caps = caps;
    }

    /** Pages and our own controllers are none of the engine's. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = RequestPath.of(request) + '/';
        return !path.startsWith(MACHINES) && (!path.startsWith(PEOPLE) || path.startsWith(OURS));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            look(request, response, chain);
        } catch (BodyRefused refused) {
            AccessWatch.because(request, "body-refused");
            refused.answer(response);
        }
    }

    private void look(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = pathOf(request);
        Caller caller = Caller.of(request).orElse(null);
        if (calls.isClosed(request.getMethod(), path)) {
            refuse(request, response, "closed-call");
            return;
        }
        if (caller != null && administers(caller, path)) {
            letAdministrator(request, response, chain);
            return;
        }
        List<EngineCall> open = calls.find(request.getMethod(), path, caller == null ? "" : caller.user()).stream()
                .filter(row -> mayMake(row, request, caller))
                .toList();
        if (open.isEmpty()) {
            if (caller == null) {
                Unauthorized.write(response);
            } else {
                refuse(request, response, "not-listed");
            }
            return;
        }
        letPeople(request, response, chain, open);
    }

    private boolean administers(Caller caller, String path) {
        return caller.isAdministrator()
                || (OF_USERS.matcher(path).matches() && administrators.administerUsersOnly(caller.groups()));
    }

    private void letAdministrator(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        JsonBody body = isJson(request) ? JsonBody.read(request, caps) : null;
        Optional<String> expression = Stream.concat(
                        parameters(request).stream(), body == null ? Stream.empty() : body.fields().stream())
                .filter(EngineCallFilter::namesAnExpression)
                .findFirst();
        if (expression.isPresent()) {
            AccessWatch.because(request, "expression");
            String field = SecurityLog.cleaned(expression.get());
            BodyRefused.answer(
                    response,
                    HttpServletResponse.SC_BAD_REQUEST,
                    "字段“%s”是表达式，系统不接受任何表达式，未受理。请改用固定的值。".formatted(field),
                    "'%s' is an expression. This service takes none; give a fixed value instead.".formatted(field));
            return;
        }
        chain.doFilter(body == null ? request : body.request(), response);
    }

    private void letPeople(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain, List<EngineCall> open)
            throws ServletException, IOException {
        HttpServletRequest passed = request;
        Set<String> fields = Set.of();
        if (open.stream().noneMatch(EngineCall::form) && hasBody(request)) {
            if (!isJson(request)) {
                refuse(request, response, "not-listed-type");
                return;
            }
            JsonBody body = JsonBody.read(request, caps);
            passed = body.request();
            fields = body.fields();
        }
        List<String> parameters = parameters(request);
        Set<String> named = fields;
        if (open.stream().allMatch(row -> row.unlisted(parameters, named).isPresent())) {
            refuse(request, response, "not-listed-field");
            return;
        }
        chain.doFilter(passed, response);
    }

    private boolean mayMake(EngineCall call, HttpServletRequest request, @Nullable Caller caller) {
        if (request.getServletPath().startsWith("/engine-rest")) {
            boolean forPrograms = call.who() == Who.PEOPLE || call.who() == Who.MACHINE;
            return caller != null && forPrograms && machineAccounts.contains(caller.user());
        }
        return switch (call.who()) {
            case NOBODY -> true;
            case PEOPLE -> caller != null;
            case COCKPIT -> caller != null && Caller.appsOf(request).contains("cockpit");
            case MACHINE, CLOSED -> false;
        };
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, String why)
            throws IOException {
        AccessWatch.because(request, why);
        BodyRefused.answer(
                response, HttpServletResponse.SC_NOT_FOUND, "没有这个地址，请核对网址。", "There is nothing at this address.");
    }

    /** The path as the table names it. */
    private static String pathOf(HttpServletRequest request) {
        String path = RequestPath.of(request).replaceAll("/+$", "");
        if (path.startsWith(MACHINES)) {
            String below = path.substring(MACHINES.length());
            return below.startsWith("engine/") ? "engine/" + below : ENGINE + below;
        }
        return path.startsWith(PEOPLE) ? path.substring(PEOPLE.length()) : path;
    }

    private static boolean namesAnExpression(String field) {
        return field.toLowerCase(Locale.ROOT).endsWith(EXPRESSION);
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    /** Whatever the caller calls a body that is no upload: the engine would read it as JSON. */
    private static boolean isJson(HttpServletRequest request) {
        String type = request.getContentType();
        String kind = type == null ? "" : type.toLowerCase(Locale.ROOT);
        return hasBody(request)
                && !kind.startsWith("multipart/")
                && !kind.startsWith("application/x-www-form-urlencoded")
                && !kind.startsWith("application/octet-stream");
    }

    /** The names in the query. The body is not touched: a form's fields are its own. */
    private static List<String> parameters(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null
                ? List.of()
                : Stream.of(query.split("&"))
                        .filter(part -> !part.isEmpty())
                        .map(part -> part.split("=", 2)[0])
                        .map(EngineCallFilter::decoded)
                        .toList();
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return name;
        }
    }
}
