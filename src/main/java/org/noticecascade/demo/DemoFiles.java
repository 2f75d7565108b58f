package org.noticecascade.demo;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;

/** The demo's own pages, with their own content security policy. */
final class DemoFiles {
    private DemoFiles() {}

    /**
     * Returns the text of a file below {@code demo/} on the class path.
     *
     * <p>Sets the headers on the response itself: the web applications' own policy is there already, and would win over
     * one that a {@code ResponseEntity} carries.
     */
    static String send(String name, MediaType type, String policy, HttpServletResponse response) throws IOException {
        response.setHeader("Content-Security-Policy", policy);
        response.setContentType(new MediaType(type, StandardCharsets.UTF_8).toString());
        return new ClassPathResource("demo/" + name).getContentAsString(StandardCharsets.UTF_8);
    }
}
