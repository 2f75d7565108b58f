package org.noticecascade.platform.start;

import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.event.ApplicationStartingEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * Ends a start whose command line holds an option that nobody reads, before anything is done, with exit code 2:
 * {@code --dryrun} beside {@code --import} imported for real.
 *
 * <p>A name with a dot is a setting, for {@link SettingsCheck}; one without is a command or belongs to one. Named in
 * META-INF/spring.factories, and the first of those named there.
 */
final class CommandOptions implements ApplicationListener<ApplicationStartingEvent>, Ordered {
    private static final int UNUSABLE = 2;

    /** Options that only mean something beside a command. */
    private static final Map<String, String> BESIDE =
            Map.of("dry-run", "import", "repair", "check", "head", "verify-archive");

    private static final Set<String> COMMANDS =
            Set.of("import", "check", "verify-ledger", "verify-archive", "create-administrator", "move-from");
    /** Spring Boot's own. */
    private static final Set<String> SPRING = Set.of("debug", "trace");

    private static final Set<String> KNOWN = Stream.of(COMMANDS, BESIDE.keySet(), SPRING)
            .flatMap(Set::stream)
            .collect(Collectors.toCollection(TreeSet::new));

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public void onApplicationEvent(ApplicationStartingEvent starting) {
        refusal(List.of(starting.getArgs())).ifPresent(refusal -> {
            error().println(refusal);
            System.exit(UNUSABLE);
        });
    }

    private static PrintStream error() {
        boolean chinese = Charset.defaultCharset().newEncoder().canEncode('督');
        return chinese ? System.err : new PrintStream(System.err, true, StandardCharsets.UTF_8);
    }

    /** What to say where an argument is read by nobody. */
    static Optional<String> refusal(List<String> arguments) {
        List<String> chinese = new ArrayList<>();
        List<String> english = new ArrayList<>();
        List<String> names = arguments.stream().map(CommandOptions::nameOf).toList();
        for (String argument : arguments) {
            judge(argument, names, chinese, english);
        }
        return chinese.isEmpty()
                ? Optional.empty()
                : Optional.of("没有执行：" + String.join("；", chinese) + "。没有启动服务，也没有改动任何数据。 Not run: "
                        + String.join("; ", english) + ". Nothing was started and nothing was changed.");
    }

    private static void judge(String argument, List<String> names, List<String> chinese, List<String> english) {
        if (argument.startsWith("-D")) {
            chinese.add("“%s”写在 jar 之后不起作用，请写在 -jar 之前，或写成 --%s".formatted(argument, argument.substring(2)));
            english.add("'%s' has no effect behind the jar; write it before -jar, or as --%s"
                    .formatted(argument, argument.substring(2)));
            return;
        }
        String name = nameOf(argument);
        if (!argument.startsWith("--") || name.isEmpty()) {
            Optional<String> meant = Nearest.to(name, KNOWN);
            chinese.add("“%s”不是选项（选项以 -- 开头，值写在等号后面，例如 --import=文件）%s"
                    .formatted(argument, meant.map("，是否要写 --%s"::formatted).orElse("")));
            english.add("'%s' is no option (options begin with -- and have their value behind =, as in --import=FILE)%s"
                    .formatted(
                            argument,
                            meant.map("; did you mean --%s?"::formatted).orElse("")));
            return;
        }
        if (name.contains(".") || isVariable(name)) {
            return;
        }
        if (!KNOWN.contains(name)) {
            String meant = Nearest.to(name, KNOWN).orElse("");
            chinese.add("没有选项 --%s%s".formatted(name, meant.isEmpty() ? "，可用的有 " + all() : "，最接近的是 --" + meant));
            english.add("there is no option --%s%s"
                    .formatted(name, meant.isEmpty() ? ", only " + all() : ", the nearest right one is --" + meant));
            return;
        }
        String command = BESIDE.get(name);
        if (command != null && !names.contains(command)) {
            chinese.add("--%s 只能与 --%s 一起用".formatted(name, command));
            english.add("--%s only goes with --%s".formatted(name, command));
        }
    }

    /** {@code --CASCADE_DB_URL=…}: a variable's name on the command line works, too. */
    private static boolean isVariable(String name) {
        return name.matches("[A-Z][A-Z0-9_]*");
    }

    private static String all() {
        return KNOWN.stream().map("--"::concat).collect(Collectors.joining(", "));
    }

    private static String nameOf(String argument) {
        String name = argument.replaceFirst("^-+", "");
        int end = name.indexOf('=');
        return end < 0 ? name : name.substring(0, end);
    }
}
