package org.noticecascade.platform.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * The names of our settings: the components of our property records, and the variables that the profiles' files ask for.
 *
 * <p>Read from the classes that this jar holds, so that they are right in each jar and never lag behind.
 */
final class KnownSettings {
    static final String PREFIX = "cascade.";
    static final String VARIABLE_PREFIX = "CASCADE_";

    private static final String OURS = "org.noticecascade";
    /** Read where there are no beans yet. */
    private static final List<String> BESIDES = List.of("cascade.data-folder");
    /** The password for {@code --create-administrator}. */
    private static final String ADMINISTRATOR = "CASCADE_ADMINISTRATOR_PASSWORD";

    private static final Map<String, String> FILES =
            Map.of("", "application.yml", "postgres", "application-postgres.yml", "demo", "application-demo.yml");
    private static final Pattern ASKED_FOR = Pattern.compile("\\$\\{(CASCADE_[A-Z0-9_]+)");

    /** Set by Kubernetes and by linked containers for a service that happens to be named so. */
    private static final Pattern OF_A_CLUSTER =
            Pattern.compile("CASCADE(_[A-Z0-9_]+)?_(SERVICE_(HOST|PORT(_\\w+)?)|PORT|PORT_\\d+_(TCP|UDP)(_\\w+)?)");

    private final Map<String, String> settings = new TreeMap<>();
    private final Set<String> maps = new TreeSet<>();
    private final Map<String, String> variables = new LinkedHashMap<>();

    private KnownSettings() {}

    /** Reads them from the class path. */
    static KnownSettings read(@Nullable ClassLoader loader) {
        KnownSettings known = new KnownSettings();
        BESIDES.forEach(known::add);
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        scanner.findCandidateComponents(OURS).forEach(found -> known.addAll(found.getBeanClassName(), loader));
        known.variables.put(ADMINISTRATOR, "");
        FILES.forEach((profile, file) ->
                known.askedForIn(file, loader).forEach(name -> known.variables.putIfAbsent(name, profile)));
        return known;
    }

    /** All names, written as in docs/configuration.md. */
    Collection<String> names() {
        return settings.values();
    }

    /** The same as variables of the environment, with those that only a profile's file asks for. */
    Collection<String> variableNames() {
        Set<String> all = new TreeSet<>(variables.keySet());
        settings.values().forEach(name -> all.add(asVariable(name)));
        return all;
    }

    /** The profile that alone reads this variable; empty where everybody does or nobody. */
    Optional<String> profileOf(String variable) {
        return Optional.ofNullable(variables.get(variable)).filter(profile -> !profile.isEmpty());
    }

    /** Whether somebody reads {@code cascade.…}, in whichever of Spring's spellings. */
    boolean knows(String name) {
        String plain = plain(name);
        return settings.containsKey(plain) || maps.stream().anyMatch(map -> plain.startsWith(map + '.'));
    }

    /** Whether somebody reads the variable {@code CASCADE_…}, or it is none of ours. */
    boolean knowsVariable(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        String one = upper.replaceAll("_\\d+(?=_|$)", "");
        return variables.containsKey(upper)
                || OF_A_CLUSTER.matcher(upper).matches()
                || settings.values().stream()
                        .anyMatch(setting -> one.equals(asVariable(setting)) || one.equals(withUnderscores(setting)))
                || maps.stream().anyMatch(map -> upper.startsWith(asVariable(map) + '_'));
    }

    /** As Spring Boot's documentation asks for it: dots are underscores, hyphens are left out. */
    static String asVariable(String setting) {
        return setting.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    /** The older spelling, which still works. */
    private static String withUnderscores(String setting) {
        return setting.replace('-', '_').replace('.', '_').toUpperCase(Locale.ROOT);
    }

    private void addAll(@Nullable String type, @Nullable ClassLoader loader) {
        Class<?> properties = ClassUtils.resolveClassName(String.valueOf(type), loader);
        ConfigurationProperties annotation = properties.getAnnotation(ConfigurationProperties.class);
        if (annotation != null) {
            addComponents(annotation.value().isEmpty() ? annotation.prefix() : annotation.value(), properties);
        }
    }

    private void addComponents(String prefix, Class<?> type) {
        if (!type.isRecord()) {
            throw new IllegalStateException("%s should be a record: its settings could not be named".formatted(type));
        }
        for (RecordComponent component : type.getRecordComponents()) {
            String name = prefix + '.' + hyphenated(component.getName());
            if (Map.class.isAssignableFrom(component.getType())) {
                maps.add(plain(name));
            }
            Class<?> held = held(component.getGenericType());
            if (held.isRecord() && held.getName().startsWith(OURS)) {
                addComponents(name, held);
            } else {
                add(name);
            }
        }
    }

    private void add(String name) {
        settings.put(plain(name), name);
    }

    /** The type itself, or what a list holds. */
    private static Class<?> held(Type type) {
        if (type instanceof ParameterizedType of && Collection.class.isAssignableFrom((Class<?>) of.getRawType())) {
            return held(of.getActualTypeArguments()[0]);
        }
        if (type instanceof ParameterizedType of) {
            return (Class<?>) of.getRawType();
        }
        return type instanceof Class<?> plain ? plain : Object.class;
    }

    private static String hyphenated(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** One spelling for all of Spring's: no case, hyphens or places in a list. */
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("\\[\\d*]", "").replaceAll("[-_]", "");
    }

    private Set<String> askedForIn(String file, @Nullable ClassLoader loader) {
        ClassPathResource resource = new ClassPathResource(file, loader);
        if (!resource.exists()) {
            return Set.of();
        }
        try {
            return ASKED_FOR
                    .matcher(resource.getContentAsString(StandardCharsets.UTF_8))
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
