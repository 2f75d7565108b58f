package org.noticecascade.platform.start;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.bind.validation.ValidationErrors;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.origin.Origin;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/** A setting whose value is refused: name, value, bounds and where it was written. A secret's value is not repeated. */
final class WrongSettings {
    private static final Pattern SECRET = Pattern.compile(".*(password|secret|token|key|credential|passphrase|salt).*");
    private static final int LONGEST = 100;

    private WrongSettings() {}

    static Optional<NotStarted> in(Throwable failure) {
        BindException bound = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindValidationException refused) {
                return Optional.of(refused(refused.getValidationErrors()));
            }
            bound = cause instanceof BindException one ? one : bound;
        }
        boolean converted = bound != null && bound.getProperty() != null;
        return Optional.ofNullable(converted ? bound : null).map(WrongSettings::unreadable);
    }

    private static NotStarted refused(ValidationErrors errors) {
        List<String> found = new ArrayList<>();
        for (ObjectError error : errors.getAllErrors()) {
            if (error instanceof FieldError field) {
                String name =
                        errors.getName().append(hyphenated(field.getField())).toString();
                found.add("%s%s%s：%s"
                        .formatted(
                                name,
                                value(name, field.getRejectedValue()),
                                where(Origin.from(field)),
                                field.getDefaultMessage()));
            } else {
                found.add("%s：%s".formatted(errors.getName(), error.getDefaultMessage()));
            }
        }
        String all = found.stream().distinct().sorted().collect(Collectors.joining("；"));
        return said(all);
    }

    private static NotStarted unreadable(BindException failure) {
        ConfigurationProperty property = failure.getProperty();
        String name = property == null
                ? failure.getName().toString()
                : property.getName().toString();
        Object value = property == null ? null : property.getValue();
        return said("%s%s%s：应为 must be %s%s"
                .formatted(
                        name,
                        value(name, value),
                        where(property == null ? null : property.getOrigin()),
                        kind(failure.getTarget().getType().resolve(Object.class)),
                        reason(name, failure)));
    }

    /** What a conversion says of the value, unless that is a secret, which it would repeat. */
    private static String reason(String name, Throwable failure) {
        if (isSecret(name)) {
            return "";
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConversionFailedException conversion && conversion.getCause() != null) {
                return "（%s）".formatted(cut(String.valueOf(conversion.getCause().getMessage())));
            }
        }
        return "";
    }

    private static String kind(Class<?> type) {
        if (type.isEnum()) {
            return List.of(type.getEnumConstants()).toString();
        }
        return switch (type.getSimpleName()) {
            case "int", "Integer", "long", "Long" -> "整数 a whole number";
            case "boolean", "Boolean" -> "true, false";
            case "Duration" -> "时长 a duration (30s, 10m, 2h)";
            case "LocalTime" -> "时间 a time (08:30)";
            default -> type.getSimpleName();
        };
    }

    private static NotStarted said(String all) {
        return NotStarted.because(
                "配置不正确。%s。请改正后重新启动，范围见 docs/configuration.md。".formatted(all),
                "a setting has a wrong value: see above. Correct it and start again; bounds stand in docs/configuration.md.");
    }

    private static String value(String name, @Nullable Object value) {
        return value == null || isSecret(name) ? "" : "=%s".formatted(cut(String.valueOf(value)));
    }

    /** Whether the last part of the name says that the value is nobody's business. */
    static boolean isSecret(String name) {
        return SECRET.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }

    private static String where(@Nullable Origin origin) {
        return origin == null ? "" : "（%s）".formatted(origin);
    }

    private static String hyphenated(String field) {
        return field.replaceAll("(?<=[a-z0-9])([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static String cut(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
