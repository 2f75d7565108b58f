package org.noticecascade;

import java.lang.reflect.Type;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.noticecascade.fuzz.Mutations;
import org.noticecascade.fuzz.Shown;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Calls of every endpoint there is, each with something about it that is wrong, mostly. */
final class SpoiltCalls {
    private static final Pattern VARIABLE = Pattern.compile("\\{\\*?(\\w+)[^}]*}");
    private static final List<String> USERS = List.of(
            "u000000staff",
            "u000000staff",
            "u000000lead",
            "u000000supervisor",
            "u640000staff",
            "u640000lead",
            "u640000supervisor",
            "u640100staff",
            "u640100staff",
            "u640100lead",
            "u640100supervisor",
            "u640200staff",
            "u310000staff",
            "u460000staff",
            "admin",
            "admin");
    /** One endpoint under one of its addresses. */
    private record Endpoint(String method, String path, HandlerMethod handler) {}

    /**
     * One call.
     *
     * @param user null for nobody
     * @param own whether it is one of ours, not the engine's
     */
    record Call(String user, String method, String path, byte[] body, List<String> headers, boolean own) {
        boolean isExport() {
            return own && path.contains("/archive") && (method.equals("GET") || method.equals("HEAD"));
        }

        boolean browser() {
            return path.startsWith("/camunda");
        }

        /**
         * Whether an answer in words can be expected. The server answers TRACE by itself, and Spring writes nothing
         * where it cannot read what is accepted.
         */
        boolean takesWords() {
            return !method.equals("HEAD")
                    && !method.equals("TRACE")
                    && CallParts.UNREADABLE_ACCEPT.stream().noneMatch(headers::contains);
        }

        @Override
        public String toString() {
            return "%s %s %s %s %s"
                    .formatted(
                            user,
                            method,
                            path,
                            headers,
                            body == null ? "without a body" : Shown.of(new String(body, StandardCharsets.UTF_8)));
        }
    }

    private final List<Endpoint> endpoints = new ArrayList<>();
    private final Map<String, String> known;
    private final byte[] file;

    /** @param known values by the name of a variable of a path or a parameter, see {@link #idFor} */
    SpoiltCalls(RequestMappingHandlerMapping mappings, Map<String, String> known, byte[] file) {
        this.known = known;
        this.file = file;
        mappings.getHandlerMethods()
                .forEach((mapping, handler) -> mapping.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/") || path.startsWith("/camunda/api/cascade"))
                        .forEach(path -> {
                            for (RequestMethod method :
                                    mapping.getMethodsCondition().getMethods()) {
                                endpoints.add(new Endpoint(method.name(), path, handler));
                            }
                        }));
        endpoints.sort(java.util.Comparator.comparing(Endpoint::path).thenComparing(Endpoint::method));
    }

    List<String> addresses() {
        return endpoints.stream()
                .map(endpoint -> endpoint.method() + " " + endpoint.path())
                .toList();
    }

    Call next(RandomGenerator random) {
        Mutations mutations = new Mutations(random, SpoiltJson.WORDS);
        String user = mutations.oneIn(15) ? null : mutations.oneOf(USERS);
        return mutations.oneIn(6) ? engine(user, mutations, random) : own(user, mutations, random);
    }

    private Call own(String user, Mutations mutations, RandomGenerator random) {
        Endpoint endpoint = mutations.oneOf(endpoints);
        String caller = movesTime(endpoint) ? "u640100staff" : user;
        String method = mutations.oneIn(12) ? mutations.oneOf(CallParts.METHODS) : endpoint.method();
        String path = path(endpoint.path(), mutations) + query(endpoint, mutations);
        List<String> headers = new ArrayList<>();
        byte[] body = body(endpoint, method, headers, mutations, random);
        oddHeader(headers, mutations);
        return new Call(caller, method, path, body, headers, true);
    }

    /** Whoever may call these changes what all tests share: the clock, or notices by themselves in the background. */
    private static boolean movesTime(Endpoint endpoint) {
        return endpoint.path().contains("/time/forward") || endpoint.path().contains("/play");
    }

    private String path(String pattern, Mutations mutations) {
        Matcher variable = VARIABLE.matcher(pattern);
        StringBuilder path = new StringBuilder();
        while (variable.find()) {
            String id = mutations.oneIn(3)
                    ? mutations.oneOf(CallParts.ODD_IDS)
                    : idFor(pattern, variable.group(1), mutations);
            variable.appendReplacement(path, Matcher.quoteReplacement(id));
        }
        variable.appendTail(path);
        if (mutations.oneIn(25)) {
            int slash = path.lastIndexOf("/");
            path.insert(
                    slash,
                    mutations.oneOf(List.of("/", "/.", "/x/..", ";a=b", "/%2e", "/..", "%2F", "/%5c", "//", "%3b")));
        }
        return path.toString();
    }

    private String idFor(String pattern, String name, Mutations mutations) {
        if (name.equals("id") || name.equals("noticeId")) {
            return pattern.contains("/assignments/")
                    ? known.get("assignment")
                    : pattern.contains("/documents/")
                            ? known.get("document")
                            : pattern.contains("/imports/")
                                    ? "none"
                                    : known.get(mutations.oneIn(3) ? "draft" : "notice");
        }
        return known.getOrDefault(name, "1");
    }

    private String query(Endpoint endpoint, Mutations mutations) {
        List<String> query = new ArrayList<>();
        for (MethodParameter parameter : endpoint.handler().getMethodParameters()) {
            RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
            boolean isFile = MultipartFile.class.isAssignableFrom(parameter.getParameterType());
            if (asked == null || isFile || mutations.oneIn(5)) {
                continue;
            }
            parameter.initParameterNameDiscovery(new org.springframework.core.DefaultParameterNameDiscoverer());
            String name = asked.name().isEmpty() ? Objects.requireNonNull(parameter.getParameterName()) : asked.name();
            for (int i = mutations.oneIn(15) ? 2 : 1; i > 0; i--) {
                String value = mutations.oneIn(2)
                        ? mutations.oneOf(CallParts.ODD_VALUES)
                        : known.getOrDefault(name, mutations.oneOf(CallParts.ODD_VALUES));
                query.add(name + "="
                        + (mutations.oneIn(30)
                                ? mutations.oneOf(CallParts.ODD_IDS)
                                : URLEncoder.encode(value, StandardCharsets.UTF_8)));
            }
        }
        if (mutations.oneIn(20)) {
            query.add(mutations.oneOf(List.of(
                    "x=%",
                    "=",
                    "a[b]=c".replace("[", "%5B").replace("]", "%5D"),
                    "%ff=1",
                    "sort=name",
                    "&&",
                    "_method=DELETE",
                    "dryRun=")));
        }
        String joined = String.join("&", query).replaceAll("%(?![0-9A-Fa-f]{2})", "%25");
        return joined.isEmpty() ? "" : "?" + joined;
    }

    private byte[] body(
            Endpoint endpoint, String method, List<String> headers, Mutations mutations, RandomGenerator random) {
        Type asked = Stream.of(endpoint.handler().getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                .map(MethodParameter::getGenericParameterType)
                .findFirst()
                .orElse(null);
        boolean upload = Stream.of(endpoint.handler().getMethodParameters())
                .anyMatch(parameter -> MultipartFile.class.isAssignableFrom(parameter.getParameterType()));
        if (upload && !mutations.oneIn(12)) {
            return multipart(headers, mutations);
        }
        if (asked == null && !mutations.oneIn(method.equals("GET") ? 25 : 4)) {
            return null;
        }
        type(headers, mutations.oneIn(12) ? mutations.oneOf(CallParts.TYPES) : "application/json");
        byte[] json = new SpoiltJson(random)
                .document(asked == null ? Object.class : asked)
                .getBytes(StandardCharsets.UTF_8);
        return mutations.oneIn(15) ? mutations.damaged(json) : mutations.oneIn(40) ? new byte[0] : json;
    }

    private byte[] multipart(List<String> headers, Mutations mutations) {
        String name = mutations.oneOf(List.of(
                "units.csv",
                "a.xlsx",
                "a.pdf",
                "通知.txt",
                "../../x.txt",
                "",
                "a\\\"b.csv",
                "x".repeat(600) + ".csv",
                "\u202Etxt.exe",
                "a.csv\u0000.pdf",
                "CON",
                "\uD83D\uDE00.txt"));
        String content = mutations.oneIn(3)
                ? "%PDF-1.7\n"
                : mutations.oneIn(2)
                        ? new String(file, StandardCharsets.UTF_8)
                        : "code,parent_code,name,level\n990000,999999,x,COUNTY\n";
        String part =
                "--x\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: text/plain\r\n\r\n%s\r\n--x--\r\n"
                        .formatted(mutations.oneIn(12) ? "other" : "file", name, content);
        type(headers, mutations.oneIn(10) ? mutations.oneOf(CallParts.TYPES) : "multipart/form-data; boundary=x");
        if (mutations.oneIn(4)) {
            return mutations.damaged(part.getBytes(StandardCharsets.UTF_8));
        }
        return (mutations.oneIn(8) ? part.replace("\r\n", mutations.oneOf(List.of("\n", "\r", "\r\n\r\n"))) : part)
                .getBytes(StandardCharsets.UTF_8);
    }

    private Call engine(String user, Mutations mutations, RandomGenerator random) {
        String[] call = mutations.oneOf(CallParts.ENGINE).split(" ");
        boolean harmless = call[0].equals("GET") || !"admin".equals(user);
        String id = mutations.oneIn(4) ? mutations.oneOf(CallParts.ODD_IDS) : known.get("taskId");
        String query = mutations.oneOf(CallParts.ENGINE_QUERIES);
        String path = (mutations.oneIn(3) ? "/camunda/api/engine/engine/default" : "/engine-rest")
                + call[1].replace("$task", id)
                + (query.isEmpty() ? "" : "?" + query);
        List<String> headers = new ArrayList<>();
        byte[] body = null;
        if (!call[0].equals("GET")) {
            type(headers, mutations.oneIn(12) ? mutations.oneOf(CallParts.TYPES) : "application/json");
            String json = mutations.oneIn(6)
                    ? new SpoiltJson(random).document(Map.class)
                    : mutations.oneOf(CallParts.ENGINE_BODIES);
            body = (mutations.oneIn(6) ? mutations.changed(json, 2) : json).getBytes(StandardCharsets.UTF_8);
        }
        oddHeader(headers, mutations);
        return new Call(harmless ? user : "u640100staff", call[0], path, body, headers, false);
    }

    private static void type(List<String> headers, String type) {
        headers.add("Content-Type");
        headers.add(type);
    }

    private static void oddHeader(List<String> headers, Mutations mutations) {
        if (mutations.oneIn(10)) {
            headers.addAll(List.of(mutations.oneOf(CallParts.ODD_HEADERS)));
        }
    }
}
