package org.noticecascade.mail;

import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Renders {@code mail/<template>.<language>.<ending>} from the class path; an engine of its own, not for pages. */
@Component
class MailTemplates {
    private final TemplateEngine engine = new TemplateEngine();

    MailTemplates() {
        ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver(MailTemplates.class.getClassLoader());
        files.setPrefix("mail/");
        files.setCharacterEncoding("UTF-8");
        engine.setTemplateResolver(files);
    }

    /**
     * @param ending {@code html} escapes what it shows, {@code txt} does not
     */
    String render(String template, Language language, String ending, Map<String, Object> model) {
        String name = "%s.%s.%s".formatted(template, language.code(), ending);
        return engine.process(name, new Context(Locale.forLanguageTag(language.code()), model));
    }
}
