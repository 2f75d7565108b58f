package org.noticecascade;

import java.util.Set;
import java.util.TreeSet;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Our own endpoints as machines call them, for tables that have to list each. */
final class Endpoints {
    private Endpoints() {}

    /** Method and mapping below {@code /api}, for example {@code GET /notices/{id}}; without the OpenAPI description. */
    static Set<String> of(RequestMappingHandlerMapping mappings) {
        Set<String> mapped = new TreeSet<>();
        mappings.getHandlerMethods().keySet().forEach(mapping -> {
            for (RequestMethod method : mapping.getMethodsCondition().getMethods()) {
                mapping.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/"))
                        .forEach(path -> mapped.add(method + " " + path.substring("/api".length())));
            }
        });
        return mapped;
    }
}
