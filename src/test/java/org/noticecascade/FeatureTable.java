package org.noticecascade;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Which package may depend on which: what is listed here and, through it, whatever that may depend on. The processes
 * and pages of a feature may also use the platform. Everybody may throw {@link Refusal}.
 */
final class FeatureTable {
    private static final String ROOT = "org.noticecascade";

    private static final Map<String, List<String>> MAY_KNOW = Map.ofEntries(
            Map.entry("calendar", List.of()),
            Map.entry("directory", List.of()),
            Map.entry("document", List.of()),
            Map.entry("ledger", List.of()),
            Map.entry("deputy", List.of("directory", "ledger")),
            Map.entry("mail", List.of("directory", "deputy")),
            Map.entry("notice", List.of("calendar", "directory", "document", "ledger")),
            Map.entry("deadline", List.of("notice", "calendar", "mail")),
            Map.entry("plan", List.of("notice")),
            Map.entry("study", List.of("notice", "plan")),
            Map.entry("report", List.of("notice", "plan", "study")),
            Map.entry("archive", List.of("report")),
            Map.entry("desk", List.of("report", "deadline")),
            Map.entry("consistency", List.of("report", "deadline")),
            Map.entry("cockpit", List.of("report", "deadline", "platform")),
            Map.entry("operation", List.of("deadline")),
            Map.entry("platform", List.of()),
            Map.entry("security", List.of("platform", "directory", "ledger")));

    private FeatureTable() {}

    static ArchCondition<JavaClass> knowOnlyWhatTheTableAllows() {
        return new ArchCondition<>("know only what the table allows") {
            @Override
            public void check(JavaClass origin, ConditionEvents events) {
                String feature = featureOf(origin);
                if ("demo".equals(feature)) {
                    return;
                }
                if (feature != null && !MAY_KNOW.containsKey(feature)) {
                    events.add(SimpleConditionEvent.violated(
                            origin, "%s is in package %s, which the table does not have".formatted(origin, feature)));
                }
                Set<@Nullable String> allowed = allowedFor(origin, feature);
                origin.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> isOurs(dependency.getTargetClass()))
                        .filter(dependency -> !allowed.contains(featureOf(dependency.getTargetClass())))
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(origin, dependency.getDescription())));
            }
        };
    }

    static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return new ArchCondition<>("live in a package marked @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage()
                        .tryGetPackageInfo()
                        .filter(info -> info.isAnnotatedWith(NullMarked.class))
                        .isPresent();
                if (!marked) {
                    events.add(SimpleConditionEvent.violated(
                            type,
                            "package %s has no package-info marked @NullMarked".formatted(type.getPackageName())));
                }
            }
        };
    }

    private static Set<@Nullable String> allowedFor(JavaClass origin, @Nullable String feature) {
        Set<@Nullable String> allowed = new HashSet<>();
        allowed.add(null);
        if (feature != null) {
            addWithUpstream(allowed, feature);
        }
        if (origin.getPackageName().matches(".*\\.(process|web)(\\..*)?")) {
            allowed.add("platform");
        }
        return allowed;
    }

    private static void addWithUpstream(Set<@Nullable String> allowed, String feature) {
        if (allowed.add(feature)) {
            MAY_KNOW.getOrDefault(feature, List.of()).forEach(upstream -> addWithUpstream(allowed, upstream));
        }
    }

    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().equals(ROOT) || type.getPackageName().startsWith(ROOT + ".");
    }

    /** The first package below the root, or null for the root itself. */
    private static @Nullable String featureOf(JavaClass type) {
        String below = type.getPackageName().substring(ROOT.length());
        return below.isEmpty() ? null : below.substring(1).split("\\.")[0];
    }
}
