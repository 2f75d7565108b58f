package org.noticecascade.mail;

import java.util.Map;

/**
 * A mail before it is rendered. {@link Letters} makes those of this package's templates.
 *
 * @param subject in the reader's language; cleaned when it becomes a header
 * @param template name of {@code mail/<template>.<language>.html} and {@code .txt} on the class path
 * @param model what the template shows; types must be public
 */
public record Letter(String subject, String template, Map<String, Object> model) {

    public Letter {
        if (!template.matches("[a-z][a-z-]*")) {
            throw new IllegalArgumentException(
                    "Template '%s' is no name. Use lower-case letters and dashes, without folder and ending."
                            .formatted(template));
        }
        model = Map.copyOf(model);
    }
}
