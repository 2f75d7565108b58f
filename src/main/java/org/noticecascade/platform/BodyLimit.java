package org.noticecascade.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies that nobody writes with a form, before anything reads them: a body of JSON or XML is taken into memory
 * as a whole, also of whoever is then refused. Uploads ({@code multipart}) lie on the disk and have limits of their own.
 */
public final class BodyLimit extends OncePerRequestFilter {
    private static final String PROBLEM = """
            {"type":"about:blank","status":413,"detail":"请求正文超过 %1$d 字节，未受理。请减少内容后重试；文件请作为附件上传。",\
            "detailEn":"The body is larger than %1$d bytes and was not read. Send less, or upload a file."}""";

    private final long most;

    /** @param most bytes of a body that is no upload */
    public BodyLimit(long most) {
        this.most = most;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        boolean upload = type != null && type.regionMatches(true, 0, "multipart/", 0, "multipart/".length());
        long length = request.getContentLengthLong();
        if (!upload && length > most) {
            refuse(response);
        } else if (upload || length >= 0) {
            chain.doFilter(request, response);
        } else {
            Counted counted = new Counted(request, most);
            chain.doFilter(counted, response);
            if (counted.isTooLarge() && !response.isCommitted()) {
                response.resetBuffer();
                refuse(response);
            }
        }
    }

    private void refuse(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        String problem = PROBLEM.formatted(most);
        try {
            response.getOutputStream().write(problem.getBytes(StandardCharsets.UTF_8));
        } catch (IllegalStateException writerInUse) {
            response.getWriter().write(ascii(problem));
        }
    }

    /** Whoever has begun to answer has settled the character set. */
    private static String ascii(String json) {
        StringBuilder escaped = new StringBuilder();
        json.chars().forEach(c -> {
            if (c < 128) {
                escaped.append((char) c);
            } else {
                escaped.append("\\u%04x".formatted(c));
            }
        });
        return escaped.toString();
    }

    /** A body whose length the caller did not tell (chunked) is counted while it is read. */
    private static final class Counted extends HttpServletRequestWrapper {
        private final long most;
        private @Nullable CountedStream stream;
        private @Nullable BufferedReader reader;

        Counted(HttpServletRequest request, long most) {
            super(request);
            this.most = most;
        }

        boolean isTooLarge() {
            return stream != null && stream.tooLarge;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            CountedStream open = stream;
            if (open == null) {
                open = new CountedStream(super.getInputStream(), most);
                stream = open;
            }
            return open;
        }

        @Override
        public BufferedReader getReader() throws IOException {
            BufferedReader open = reader;
            if (open == null) {
                String encoding = getCharacterEncoding();
                Charset charset = encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
                open = new BufferedReader(new InputStreamReader(getInputStream(), charset));
                reader = open;
            }
            return open;
        }
    }

    private static final class CountedStream extends ServletInputStream {
        private final ServletInputStream body;
        private long left;
        private boolean tooLarge;

        CountedStream(ServletInputStream body, long most) {
            this.body = body;
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int read = body.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = body.read(into, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int bytes) throws IOException {
            left -= bytes;
            if (left < 0) {
                tooLarge = true;
                throw new IOException("The body is larger than is taken");
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
