package org.noticecascade.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of a call, read once within its caps, before the engine's API or a controller parses it.
 *
 * <p>Whoever comes later reads the same bytes from {@link #request()}; so what was looked at here is what is done.
 */
final class JsonBody {
    private static final String ATTRIBUTE = JsonBody.class.getName();
    private static final ObjectMapper TREE = new ObjectMapper();

    private final HttpServletRequest request;
    private final byte[] bytes;
    private final Set<String> fields;

    private JsonBody(HttpServletRequest request, byte[] bytes, Set<String> fields) {
        this.request = new BufferedRequest(request, bytes);
        this.bytes = bytes;
        this.fields = fields;
    }

    /**
     * Reads the body of a call; no body at all is one without fields.
     *
     * @throws BodyRefused if it is larger or deeper than the caps allow, or is not one JSON document in UTF-8
     */
    static JsonBody read(HttpServletRequest request, JsonCaps caps) throws IOException {
        if (of(request).isPresent()) {
            return of(request).orElseThrow();
        }
        requireUtf8(request.getCharacterEncoding());
        byte[] bytes = bytesOf(request, caps.bytes());
        JsonBody body = new JsonBody(request, bytes, JsonFields.in(bytes, caps));
        request.setAttribute(ATTRIBUTE, body);
        return body;
    }

    /** What a filter further out has read of this call already. */
    static Optional<JsonBody> of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof JsonBody body ? Optional.of(body) : Optional.empty();
    }

    /** The call with its body still to be read. */
    HttpServletRequest request() {
        return request;
    }

    /** Where the fields are, such as {@code orQueries[].taskName}; see {@link JsonFields} for names with dots. */
    Set<String> fields() {
        return fields;
    }

    /** The document, for whoever needs values; missing if there was no body. */
    JsonNode tree() {
        try {
            return TREE.readTree(bytes);
        } catch (IOException e) {
            throw new IllegalStateException("A document that was walked before cannot be read: " + e.getMessage(), e);
        }
    }

    private static byte[] bytesOf(HttpServletRequest request, int most) throws IOException {
        if (request.getContentLengthLong() > most) {
            throw BodyRefused.tooLarge(most);
        }
        InputStream body = request.getInputStream();
        var kept = new ByteArrayOutputStream();
        byte[] piece = new byte[8_192];
        int read;
        while ((read = body.read(piece, 0, Math.min(piece.length, most + 1 - kept.size()))) > 0) {
            kept.write(piece, 0, read);
            if (kept.size() > most) {
                throw BodyRefused.tooLarge(most);
            }
        }
        return kept.toByteArray();
    }

    /** In another charset a later reader could see another document than the one looked at here. */
    private static void requireUtf8(@Nullable String named) {
        try {
            if (named == null || StandardCharsets.UTF_8.equals(Charset.forName(named))) {
                return;
            }
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            // refused below
        }
        throw BodyRefused.invalid("请求正文请使用 UTF-8 编码，未受理。", "Send the body in UTF-8; it was not taken.");
    }
}
