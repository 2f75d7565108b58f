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
    private static final List<String> ODD_IDS = List.of(
            "0",
            "-1",
            "9223372036854775807",
            "9223372036854775808",
            "1e3",
            "1.5",
            "abc",
            "null",
            "%00",
            "..",
            "%2e%2e",
            "..%2f..%2fetc%2fpasswd",
            ".%2e/x",
            "%E4%BB%BB%E5%8A%A1",
            "%ED%A0%80",
            "%FF",
            "%C3%28",
            "a;b=c",
            "%20",
            "+",
            "%27%20or%201=1--",
            "$%7B7*7%7D",
            "%7B%7B",
            "2026-02-30",
            "2026-03-05",
            "x".repeat(2000),
            "%25",
            "%0d%0aX:y",
            "640100",
            "999999",
            "%F0%9F%98%80",
            "*",
            "~",
            "@");
    private static final List<String> ODD_VALUES = List.of(
            "",
            "0",
            "-1",
            "201",
            "2147483647",
            "2147483648",
            "99999999999",
            "1.5",
            "abc",
            "true",
            "null",
            "\u0000",
            "\uD83D\uDE00",
            "' or 1=1--",
            "%",
            "_",
            "\\",
            "2026-02-30",
            "+999999999-12-31",
            "0000-01-01",
            "2026-03-05",
            "640100",
            "999999",
            "FOO",
            "上海",
            "长".repeat(500),
            "a,b,c",
            ",",
            "[]",
            "{}",
            "..",
            "\u202E",
            "<script>");
    private static final List<String> UNREADABLE_ACCEPT = List.of("nothing/at/all", "application/xml;q=2");
    private static final List<String[]> ODD_HEADERS = List.of(
            new String[] {"Accept", "text/html"},
            new String[] {"Accept", "nothing/at/all"},
            new String[] {"Accept", "application/xml;q=2"},
            new String[] {"Accept-Language", "zh;q=x,,;"},
            new String[] {"Accept-Charset", "nothing"},
            new String[] {"Accept-Encoding", "gzip;q=0"},
            new String[] {"X-HTTP-Method-Override", "DELETE"},
            new String[] {"X-Forwarded-For", "1.2.3.4, x"},
            new String[] {"Forwarded", "for=\"\";host=x:y"},
            new String[] {"X-Forwarded-Host", "a b"},
            new String[] {"X-Forwarded-Prefix", "/../.."},
            new String[] {"Range", "bytes=9-1,x"},
            new String[] {"If-Match", "*"},
            new String[] {"If-Modified-Since", "x"},
            new String[] {"Content-Encoding", "gzip"},
            new String[] {"Origin", "null"},
            new String[] {"Cookie", "JSESSIONID=x; XSRF-TOKEN=\"; a"},
            new String[] {"X-XSRF-TOKEN", "x"},
            new String[] {"X-Long", "y".repeat(7000)},
            new String[] {"X-Authorized-User", "admin"},
            new String[] {"Content-Language", "\u00ff"},
            new String[] {"TE", "trailers"},
            new String[] {"Traceparent", "00-x"});
    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "FOO", "get");
    private static final List<String> TYPES = List.of(
            "text/plain",
            "application/xml",
            "application/x-www-form-urlencoded",
            "application/json;charset=utf-16",
            "application/json;charset=x",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "multipart/form-data; boundary=",
            "multipart/mixed; boundary=y",
            "application/json; q=",
            "x",
            "*/*",
            "application/problem+json",
            "image/png");
    /** What people may call of the engine's own API, or try. */
    private static final List<String> ENGINE = List.of(
            "GET /task",
            "GET /task/count",
            "POST /task",
            "GET /task/$task",
            "GET /task/$task/variables",
            "GET /task/$task/form",
            "GET /task/$task/deployed-form",
            "GET /task/$task/form-variables",
            "GET /task/$task/identity-links",
            "GET /task/$task/comment",
            "POST /task/$task/complete",
            "POST /task/$task/submit-form",
            "POST /task/$task/claim",
            "POST /task/$task/unclaim",
            "POST /task/$task/delegate",
            "POST /task/$task/resolve",
            "POST /task/$task/assignee",
            "POST /task/$task/identity-links",
            "POST /task/$task/comment/create",
            "PUT /task/$task",
            "POST /task/$task/variables",
            "PUT /task/$task/variables/x",
            "PUT /task/$task/localVariables/x",
            "POST /task/$task/bpmnError",
            "GET /task/$task/attachment",
            "POST /task/create",
            "DELETE /task/$task",
            "GET /filter",
            "GET /filter/x",
            "GET /filter/x/list",
            "POST /filter/create",
            "GET /process-definition",
            "GET /process-definition/key/headquarters-notice/startForm",
            "POST /process-definition/key/headquarters-notice/start",
            "POST /process-definition/key/headquarters-notice/submit-form",
            "GET /process-instance",
            "POST /process-instance",
            "GET /history/task",
            "POST /history/task",
            "GET /user",
            "GET /user/u640100staff/profile",
            "GET /group",
            "GET /authorization",
            "GET /authorization/check",
            "POST /message",
            "GET /identity/groups",
            "GET /deployment",
            "GET /job",
            "GET /variable-instance",
            "POST /variable-instance",
            "GET /engine/default/task",
            "GET /decision-definition",
            "GET /nothing");

    private static final List<String> ENGINE_BODIES = List.of(
            "{}",
            "{\"variables\":{\"approved\":{\"value\":false},\"reason\":{\"value\":\"\\u0000\"}}}",
            "{\"variables\":{\"approved\":{\"value\":\"x\",\"type\":\"Boolean\"}}}",
            "{\"variables\":{\"x\":{\"value\":1,\"type\":\"Integer\"}}}",
            "{\"variables\":{\"x\":{\"value\":\"a\",\"type\":\"Nothing\"}}}",
            "{\"variables\":{\"x\":null}}",
            "{\"variables\":null}",
            "{\"variables\":{\"documentId\":{\"value\":99,\"type\":\"Long\"}}}",
            "{\"variables\":{\"documentId\":{\"value\":\"x\"}}}",
            "{\"variables\":{\"x\":{\"value\":\"rO0AB\",\"type\":\"Object\",\"valueInfo\":{\"objectTypeName\":\"java.util.HashMap\",\"serializationDataFormat\":\"application/x-java-serialized-object\"}}}}",
            "{\"userId\":\"u640100staff\"}",
            "{\"userId\":\"nobody\"}",
            "{\"userId\":null}",
            "{\"userId\":{}}",
            "{\"userId\":\"u640100staff\",\"type\":\"candidate\"}",
            "{\"groupId\":\"U310000STAFF\",\"type\":\"x\"}",
            "{\"message\":\"x\"}",
            "{\"modifications\":{\"x\":{\"value\":1}}}",
            "{\"value\":1}",
            "{\"value\":{},\"type\":\"Date\"}",
            "{\"name\":\"x\",\"due\":\"x\"}",
            "{\"errorCode\":\"x\"}",
            "{\"candidateGroup\":\"U640100STAFF\"}",
            "{\"sorting\":[{\"sortBy\":\"x\",\"sortOrder\":\"y\"}]}",
            "{\"orQueries\":[{\"name\":1}]}",
            "{\"dueBeforeExpression\":\"${1+1}\"}",
            "{\"messageName\":\"x\"}",
            "[]",
            "null",
            "");
    private static final List<String> ENGINE_QUERIES = List.of(
            "",
            "",
            "firstResult=-1",
            "maxResults=-1",
            "maxResults=x",
            "sortBy=x",
            "sortBy=name&sortOrder=x",
            "dueBefore=x",
            "candidateGroup=%00",
            "name=%27",
            "assigneeExpression=$%7Bx%7D",
            "processVariables=x",
            "processVariables=x_eq_1",
            "taskVariables=x_like_",
            "priority=x",
            "active=maybe",
            "permissionName=x&resourceName=y&resourceType=z",
            "deserializeValues=x");

    /** One endpoint under one of its addresses. */
    private record Endpoint(String method, String path, HandlerMethod handler) {}

    /**
     * One call.
     *
     * @param user null for nobody
     * @param own whether it is one of ours, not the engine's
     */
    record Call(String user, String method, String path, byte[] body, List<String> headers, boolean own) {
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
                    && UNREADABLE_ACCEPT.stream().noneMatch(headers::contains);
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
        String method = mutations.oneIn(12) ? mutations.oneOf(METHODS) : endpoint.method();
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
            String id = mutations.oneIn(3) ? mutations.oneOf(ODD_IDS) : idFor(pattern, variable.group(1), mutations);
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
                        ? mutations.oneOf(ODD_VALUES)
                        : known.getOrDefault(name, mutations.oneOf(ODD_VALUES));
                query.add(name + "="
                        + (mutations.oneIn(30)
                                ? mutations.oneOf(ODD_IDS)
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
        type(headers, mutations.oneIn(12) ? mutations.oneOf(TYPES) : "application/json");
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
        type(headers, mutations.oneIn(10) ? mutations.oneOf(TYPES) : "multipart/form-data; boundary=x");
        if (mutations.oneIn(4)) {
            return mutations.damaged(part.getBytes(StandardCharsets.UTF_8));
        }
        return (mutations.oneIn(8) ? part.replace("\r\n", mutations.oneOf(List.of("\n", "\r", "\r\n\r\n"))) : part)
                .getBytes(StandardCharsets.UTF_8);
    }

    private Call engine(String user, Mutations mutations, RandomGenerator random) {
        String[] call = mutations.oneOf(ENGINE).split(" ");
        boolean harmless = call[0].equals("GET") || !"admin".equals(user);
        String id = mutations.oneIn(4) ? mutations.oneOf(ODD_IDS) : known.get("taskId");
        String query = mutations.oneOf(ENGINE_QUERIES);
        String path = (mutations.oneIn(3) ? "/camunda/api/engine/engine/default" : "/engine-rest")
                + call[1].replace("$task", id)
                + (query.isEmpty() ? "" : "?" + query);
        List<String> headers = new ArrayList<>();
        byte[] body = null;
        if (!call[0].equals("GET")) {
            type(headers, mutations.oneIn(12) ? mutations.oneOf(TYPES) : "application/json");
            String json =
                    mutations.oneIn(6) ? new SpoiltJson(random).document(Map.class) : mutations.oneOf(ENGINE_BODIES);
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
            headers.addAll(List.of(mutations.oneOf(ODD_HEADERS)));
        }
    }
}
