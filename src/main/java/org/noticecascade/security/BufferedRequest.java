package org.noticecascade.security;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A call whose body lies in memory and is answered from there. */
final class BufferedRequest extends HttpServletRequestWrapper {
    private final byte[] bytes;
    private @Nullable ServletInputStream stream;
    private @Nullable BufferedReader reader;

    BufferedRequest(HttpServletRequest request, byte[] bytes) {
        super(request);
        this.bytes = bytes;
    }

    @Override
    public ServletInputStream getInputStream() {
        ServletInputStream open = stream;
        if (open == null) {
            open = new InMemory(new ByteArrayInputStream(bytes));
            stream = open;
        }
        return open;
    }

    @Override
    public BufferedReader getReader() {
        BufferedReader open = reader;
        if (open == null) {
            open = new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
            reader = open;
        }
        return open;
    }

    @Override
    public int getContentLength() {
        return bytes.length;
    }

    @Override
    public long getContentLengthLong() {
        return bytes.length;
    }

    private static final class InMemory extends ServletInputStream {
        private final ByteArrayInputStream bytes;

        InMemory(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return bytes.read(into, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("This body is in memory; read it without a listener");
        }
    }
}
