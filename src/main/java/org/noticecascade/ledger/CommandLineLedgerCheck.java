package org.noticecascade.ledger;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.noticecascade.Terminal;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * {@code --verify-ledger[=POSITION:HASH]}: checks the ledger after start-up, prints every difference and ends the
 * program, with exit code 0 if it is intact, 1 if it is not and 2 if nothing can be checked. May be given several
 * times, for several heads written down earlier. With {@code --check} beside it, an intact ledger leaves the end of the
 * program, and its exit code, to that.
 */
@Component
@Order(CommandLineLedgerCheck.BEFORE_THE_CONSISTENCY_CHECK)
class CommandLineLedgerCheck implements ApplicationRunner {
    static final int BEFORE_THE_CONSISTENCY_CHECK = 90;
    private static final int TENTH = 10;

    private final LedgerCheck check;
    private final ApplicationContext application;
    private long tenths;

    CommandLineLedgerCheck(LedgerCheck check, ApplicationContext application) {
        this.check = check;
        this.application = application;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        List<String> heads = arguments.getOptionValues("verify-ledger");
        if (heads == null) {
            return;
        }
        int code = verify(heads, Terminal.out());
        if (code == 0 && arguments.containsOption("check")) {
            return;
        }
        System.exit(SpringApplication.exit(application, () -> code));
    }

    int verify(List<String> heads, PrintStream out) {
        List<Head> known = new ArrayList<>();
        for (String text : heads) {
            Optional<Head> head = Head.parse(text);
            if (head.isEmpty()) {
                out.printf("看不懂“%s”。请写 --verify-ledger=位置:哈希（64 位十六进制）。%n", text);
                out.printf("Cannot read '%s'. Write --verify-ledger=POSITION:HASH (64 hexadecimal digits).%n", text);
                return 2;
            }
            known.add(head.get());
        }
        tenths = 0;
        CheckResult result = check.run(known, (checked, all) -> tell(checked, all, out));
        print(result, out);
        if (result.intact() && result.checked() == 0 && result.waiting() == 0) {
            out.println("台账中没有任何记录，没有可核对的内容。请确认数据库没有弄错。");
            out.println("The ledger has no entry and nothing to check. Make sure that this is the right database.");
            return 2;
        }
        if (result.intact()) {
            out.println("台账完好。The ledger is intact.");
        }
        return result.intact() ? 0 : 1;
    }

    private boolean tell(long checked, long all, PrintStream out) {
        long now = all == 0 ? TENTH : checked * TENTH / all;
        if (now > tenths) {
            tenths = now;
            out.printf("%3d%%  核对台账 %d / %d%n", now * TENTH, checked, all);
        }
        return true;
    }

    private static void print(CheckResult result, PrintStream out) {
        result.findings().forEach(finding -> out.println(finding.line()));
        long more = result.differences() - result.findings().size();
        if (more > 0) {
            out.printf("另有 %d 处未列出。%1$d more are not listed.%n", more);
        }
        out.printf("链首 %s，已核对 %d 条，待封存 %d 条。%n", result.head(), result.checked(), result.waiting());
        out.printf(
                "Head %s, %d entries checked, %d wait for their seal.%n",
                result.head(), result.checked(), result.waiting());
        if (!result.intact()) {
            out.printf("台账有 %d 处不符。The ledger has %1$d differences.%n", result.differences());
        }
    }
}
