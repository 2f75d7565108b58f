package org.noticecascade.archive;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.noticecascade.Terminal;
import org.noticecascade.ledger.Head;
import org.springframework.boot.context.event.ApplicationStartingEvent;
import org.springframework.context.ApplicationListener;

/**
 * {@code --verify-archive=FILE [--head=POSITION:HASH]}: checks an archive before anything of the service starts, so
 * that the jar alone is enough, prints every difference and ends the program, with exit code 0 if it is as exported, 1
 * if not and 2 if it cannot be checked. Named in META-INF/spring.factories.
 */
class CommandLineArchiveCheck implements ApplicationListener<ApplicationStartingEvent> {
    private static final String FILE = "--verify-archive=";
    private static final String HEAD = "--head=";

    @Override
    public void onApplicationEvent(ApplicationStartingEvent starting) {
        List<String> arguments = Arrays.asList(starting.getArgs());
        if (arguments.stream().anyMatch(argument -> argument.startsWith("--verify-archive"))) {
            System.exit(verify(arguments, Terminal.out()));
        }
    }

    static int verify(List<String> arguments, PrintStream out) {
        List<String> files = valuesOf(FILE, arguments);
        List<Head> known = new ArrayList<>();
        for (String text : valuesOf(HEAD, arguments)) {
            Optional<Head> head = Head.parse(text);
            if (head.isEmpty()) {
                out.printf("看不懂“%s”。请写 --head=位置:哈希。Write --head=POSITION:HASH.%n", text);
                return 2;
            }
            known.add(head.get());
        }
        if (files.size() != 1 || files.get(0).isEmpty()) {
            out.println("请给出一个档案包：--verify-archive=文件。Name one archive: --verify-archive=FILE.");
            return 2;
        }
        return verify(Path.of(files.get(0)), known, out);
    }

    private static int verify(Path file, List<Head> known, PrintStream out) {
        try {
            ArchiveCheck.Outcome outcome = ArchiveCheck.of(file, known);
            print(outcome, out);
            return outcome.count() == 0 ? 0 : 1;
        } catch (IOException e) {
            out.printf("无法核对 %s：%s%n", file, e.getMessage());
            out.printf("Cannot check %s.%n", file);
            return 2;
        }
    }

    private static void print(ArchiveCheck.Outcome outcome, PrintStream out) {
        outcome.differences().forEach(out::println);
        Manifest manifest = outcome.manifest();
        out.printf("%s%n", manifest.title());
        out.printf("链首 Head %s%n", manifest.head());
        out.printf("清单 Manifest SHA-256 %s%n", manifest.sha256());
        if (outcome.count() == 0) {
            out.printf(
                    "档案包完好：%d 个文件，%d 条台账记录。The archive is as exported.%n",
                    manifest.files().size(), manifest.entries());
        } else {
            out.printf("档案包有 %d 处不符。The archive has %1$d differences.%n", outcome.count());
        }
    }

    private static List<String> valuesOf(String option, List<String> arguments) {
        return arguments.stream()
                .filter(argument -> argument.startsWith(option))
                .map(argument -> argument.substring(option.length()))
                .toList();
    }
}
