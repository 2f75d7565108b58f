package org.noticecascade.security;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Walks a JSON document once, without building it, and collects where its fields are: {@code orQueries[].taskName}.
 *
 * <p>A name that holds a dot or a bracket has a backslash before each, so that no name can pass for a path. A field
 * given twice is refused: two readers could take different ones of them.
 */
final class JsonFields {
    private static final int LONGEST_NAME = 255;
    /** Paths repeat the names above them: without a bound a small body would become many megabytes of paths. */
    private static final int LONGEST_PATH = 400;

    private final JsonCaps caps;
    private final Set<String> found = new LinkedHashSet<>();
    private final Deque<Level> open = new ArrayDeque<>();
    private int values;

    private JsonFields(JsonCaps caps) {
        this.caps = caps;
    }

    /** An object or list that has begun; {@code next} is the path of what comes next in it. */
    private static final class Level {
        private final String path;
        private final boolean list;
        private String next;
        private int elements;

        Level(String path, boolean list) {
            this.path = path;
            this.list = list;
            this.next = list ? path + "[]" : path;
        }
    }

    /**
     * Returns the paths of all fields of the document.
     *
     * @throws BodyRefused if it is no JSON, is more than one document, or breaks a cap
     */
    static Set<String> in(byte[] json, JsonCaps caps) {
        JsonFields fields = new JsonFields(caps);
        try (JsonParser parser = parserOf(json, caps)) {
            JsonToken token;
            while ((token = parser.nextToken()) != null) {
                fields.take(token, parser);
            }
        } catch (StreamConstraintsException tooMuch) {
            throw fields.tooDeepOrLong();
        } catch (IOException broken) {
            throw broken();
        }
        return fields.found;
    }

    private BodyRefused tooDeepOrLong() {
        return BodyRefused.invalid(
                "请求正文（JSON）嵌套过深或文字过长（最多 %d 层，每段文字最多 %d 字），未受理。".formatted(caps.depth(), caps.textLength()),
                "The body is nested too deeply or has too long a text (%d levels, %d characters); it was not taken."
                        .formatted(caps.depth(), caps.textLength()));
    }

    private static BodyRefused broken() {
        return BodyRefused.invalid(
                "请求正文不是单个有效的 JSON（或含有重复的字段），未受理。上传文件请用表单（multipart/form-data）。",
                "The body is not one valid JSON document, or names a field twice; it was not taken.");
    }

    private static JsonParser parserOf(byte[] json, JsonCaps caps) throws IOException {
        return JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(caps.depth())
                        .maxStringLength(caps.textLength())
                        .maxNameLength(LONGEST_NAME)
                        .maxDocumentLength(caps.bytes())
                        .build())
                .build()
                .createParser(json);
    }

    private void take(JsonToken token, JsonParser parser) throws IOException {
        switch (token) {
            case FIELD_NAME -> name(parser.currentName());
            case END_OBJECT, END_ARRAY -> open.pop();
            case START_OBJECT, START_ARRAY -> {
                String path = value();
                open.push(new Level(path, token == JsonToken.START_ARRAY));
            }
            case VALUE_STRING -> {
                value();
                if (parser.getTextLength() > caps.textLength()) {
                    throw tooDeepOrLong();
                }
            }
            default -> value();
        }
    }

    private void name(String name) {
        Level level = open.element();
        String escaped = name.replaceAll("[\\\\.\\[\\]]", "\\\\$0");
        level.next = level.path.isEmpty() ? escaped : level.path + '.' + escaped;
        if (name.length() > LONGEST_NAME || level.next.length() > LONGEST_PATH) {
            throw BodyRefused.invalid(
                    "请求正文的字段名过长，未受理。", "The names of the body's fields are too long; it was not taken.");
        }
        found.add(level.next);
    }

    /** Counts a value and answers where it is. */
    private String value() {
        values++;
        Level level = open.peek();
        if (level == null && values > 1) {
            throw broken();
        }
        if (level != null && level.list) {
            level.elements++;
        }
        if (values > caps.values() || (level != null && level.elements > caps.listLength())) {
            throw BodyRefused.invalid(
                    "请求正文的内容过多（单个列表最多 %d 项，总计最多 %d 项），未受理。请分次提交。".formatted(caps.listLength(), caps.values()),
                    "The body holds too much (%d elements in a list, %d values in all); send it in parts."
                            .formatted(caps.listLength(), caps.values()));
        }
        return level == null ? "" : level.next;
    }
}
