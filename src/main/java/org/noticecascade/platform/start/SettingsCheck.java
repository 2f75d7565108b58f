package org.noticecascade.platform.start;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Ends a start with a profile that has no settings here, or with a setting of ours that nobody reads. Both were passed
 * over in silence: a misspelt {@code postgres} started the service on an empty H2 file.
 *
 * <p>Named in META-INF/spring.factories, because it runs before any bean is made and before the data folder is.
 */
final class SettingsCheck implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {
    private static final Set<String> PROFILES = Set.of("postgres", "demo");
    private static final String ACTIVE = "spring.profiles.active";
    private static final int NEAR = 2;
    /** A test may have settings of its own. */
    private static final Set<String> OF_TESTS = Set.of("Inlined Test Properties", "Dynamic Test Properties");

    private static final String SEE = "docs/configuration.md";

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent prepared) {
        refusal(prepared.getEnvironment(), prepared.getSpringApplication().getClassLoader())
                .ifPresent(refusal -> {
                    throw refusal;
                });
    }

    /** What to say where a profile or a setting is not known; everything that is wrong at once. */
    static Optional<NotStarted> refusal(ConfigurableEnvironment environment, @Nullable ClassLoader loader) {
        Found found = new Found(new ArrayList<>(), new ArrayList<>());
        checkProfiles(environment, found);
        KnownSettings known = KnownSettings.read(loader);
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> named && !OF_TESTS.contains(source.getName())) {
                Arrays.stream(named.getPropertyNames())
                        .sorted()
                        .forEach(name -> checkSetting(name, named, environment, known, found));
            }
        }
        return found.refusal();
    }

    private record Found(List<String> chinese, List<String> english) {
        void add(String chinese, String english) {
            if (!this.english.contains(english)) {
                this.chinese.add(chinese);
                this.english.add(english);
            }
        }

        Optional<NotStarted> refusal() {
            return english.isEmpty()
                    ? Optional.empty()
                    : Optional.of(NotStarted.because(
                            String.join("；", chinese) + "。请改正后重新启动，全部名称见 " + SEE + "。",
                            String.join("; ", english) + ". Correct this and start again; all names stand in " + SEE
                                    + "."));
        }
    }

    private static void checkProfiles(ConfigurableEnvironment environment, Found found) {
        for (String profile : environment.getActiveProfiles()) {
            if (!PROFILES.contains(profile) && !hasSettings(profile, environment)) {
                String meant = Nearest.to(profile, PROFILES).orElse("postgres");
                found.add(
                        "没有名为“%s”的 profile，最接近的是 %s；否则服务会使用空的 H2 数据库".formatted(profile, meant),
                        ("there is no profile '%s', the nearest right one is %s; without it the service would use an"
                                        + " empty H2 database")
                                .formatted(profile, meant));
            }
        }
    }

    /** An operator's own: with a file of that name, a part of one, or in a group. */
    private static boolean hasSettings(String profile, ConfigurableEnvironment environment) {
        Pattern file = Pattern.compile("-" + Pattern.quote(profile) + "\\.(yml|yaml|properties)\\b");
        return environment.getPropertySources().stream()
                .anyMatch(source -> file.matcher(source.getName()).find()
                        || String.valueOf(source.getProperty("spring.config.activate.on-profile"))
                                .matches(".*\\b" + Pattern.quote(profile) + "\\b.*")
                        || (source instanceof EnumerablePropertySource<?> named
                                && Arrays.stream(named.getPropertyNames())
                                        .anyMatch(name -> name.replaceAll("\\[\\d+]$", "")
                                                .equals("spring.profiles.group." + profile))));
    }

    private static void checkSetting(
            String name,
            EnumerablePropertySource<?> source,
            ConfigurableEnvironment environment,
            KnownSettings known,
            Found found) {
        boolean variable = source instanceof SystemEnvironmentPropertySource;
        if (meansProfiles(name)) {
            found.add(
                    "没有配置项“%s”%s，最接近的是 %s".formatted(name, chinese(name, source), variable ? asVariable() : ACTIVE),
                    "there is no setting '%s'%s, the nearest right one is %s"
                            .formatted(name, english(name, source), variable ? asVariable() : ACTIVE));
        } else if (name.toUpperCase(Locale.ROOT).startsWith(KnownSettings.VARIABLE_PREFIX)) {
            checkVariable(name, source, environment, known, found);
        } else if (!variable && name.toLowerCase(Locale.ROOT).startsWith(KnownSettings.PREFIX) && !known.knows(name)) {
            unknown(name, Nearest.to(name, known.names()), source, found);
        }
    }

    private static void checkVariable(
            String name,
            EnumerablePropertySource<?> source,
            ConfigurableEnvironment environment,
            KnownSettings known,
            Found found) {
        Optional<String> profile = known.profileOf(name);
        if (!known.knowsVariable(name)) {
            unknown(name, nearestVariable(name, known), source, found);
        } else if (profile.isPresent()
                && !Arrays.asList(environment.getActiveProfiles()).contains(profile.get())) {
            found.add(
                    "设置了 %s%s，但没有启用 profile %s，这项设置不起作用；请加上 --spring.profiles.active=%s，或去掉它"
                            .formatted(name, chinese(name, source), profile.get(), profile.get()),
                    ("%s is set%s, but only the profile %s reads it, which is not on; add"
                                    + " --spring.profiles.active=%s, or take the setting away")
                            .formatted(name, english(name, source), profile.get(), profile.get()));
        }
    }

    private static Optional<String> nearestVariable(String name, KnownSettings known) {
        String dotted = name.toLowerCase(Locale.ROOT).replaceFirst("_", ".").replace("_", "");
        return known.names().stream()
                .filter(setting -> setting.replace("-", "").endsWith('.' + dotted.substring(dotted.indexOf('.') + 1)))
                .findFirst()
                .map(KnownSettings::asVariable)
                .or(() -> Nearest.to(name, known.variableNames()));
    }

    private static void unknown(String name, Optional<String> meant, PropertySource<?> source, Found found) {
        found.add(
                "没有配置项“%s”%s%s"
                        .formatted(
                                name,
                                chinese(name, source),
                                meant.map("，最接近的是 %s"::formatted).orElse("")),
                "there is no setting '%s'%s%s"
                        .formatted(
                                name,
                                english(name, source),
                                meant.map(", the nearest right one is %s"::formatted)
                                        .orElse("")));
    }

    /** {@code spring.profile.active} and the like, which Spring passes over. */
    private static boolean meansProfiles(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replace('_', '.');
        return !plain.equals(ACTIVE)
                && !plain.startsWith(ACTIVE + '[')
                && !plain.startsWith(ACTIVE + '.')
                && Nearest.changes(plain, ACTIVE) <= NEAR;
    }

    private static String asVariable() {
        return "SPRING_PROFILES_ACTIVE";
    }

    private static String chinese(String name, PropertySource<?> source) {
        return "（" + where(name, source, "环境变量", "命令行") + "）";
    }

    private static String english(String name, PropertySource<?> source) {
        return " (" + where(name, source, "environment", "command line") + ")";
    }

    private static String where(String name, PropertySource<?> source, String environment, String commandLine) {
        if (source instanceof SystemEnvironmentPropertySource) {
            return environment;
        }
        Origin origin = OriginLookup.getOrigin(source, name);
        return switch (source.getName()) {
            case "commandLineArgs" -> commandLine;
            case "systemProperties" -> "-D";
            default -> origin == null ? source.getName() : origin.toString();
        };
    }
}
