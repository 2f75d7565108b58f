package org.noticecascade.benchmarks.people;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.noticecascade.benchmarks.MailSink;
import org.noticecascade.benchmarks.Service;
import org.noticecascade.benchmarks.Table;

/**
 * {@code soak}: thirty working days with ten notices that overlap, with returns, requests for more time, urging,
 * patrols, digests and the nightly clean-up of history; says every five days how much is there and how fast it answers.
 * {@code quick}: ten days, three notices; {@code small}: all days and notices, but without the largest province.
 */
public final class Soak {
    private static final int TIME_TO_LIVE_DAYS = 21;
    private static final int EVERY = 5;
    private static final List<String> PROVINCES = List.of("130000", "330000", "460000");

    private final Table table = new Table("day", "notices", "completions", "own rows", "ACT_RU rows", "ACT_HI rows", "overdue ACT_HI", "database MiB",
            "heap after GC MiB", "mails", "list p95 ms", "complete p95 ms", "board p95 ms", "errors");
    private final List<Growth.Size> sizes = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();

    private Soak() {}

    /** @param wanted see the class */
    public static void run(Set<String> wanted) throws IOException {
        boolean quick = wanted.contains("quick");
        Soak soak = new Soak();
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start();
                MailSink sink = new MailSink();
                Service service = new Service(Service.newDatabase(server, "soak"), sink, Map.of("cascade.patrol.cron", "0 0 9 * * ?"))) {
            List<String> provinces = quick ? List.of("460000") : wanted.contains("small") ? PROVINCES.subList(1, PROVINCES.size()) : PROVINCES;
            soak.days(service, sink, quick ? 10 : 30, quick ? 3 : 10, provinces);
        }
        soak.table.writeCsv(Path.of("target", "soak.csv"));
        System.out.println("\n" + soak.table.markdown());
        System.out.println(soak.creeping());
    }

    private void days(Service service, MailSink sink, int days, int notices, List<String> provinces) {
        System.out.printf("%,d accounts%n", new Accounts(service).create());
        keepHistory(service, days < 20 ? 4 : TIME_TO_LIVE_DAYS);
        SoakDay routine = new SoakDay(service, sink);
        Measured measured = new Measured();
        int issued = 0;
        long done = 0;
        for (int day = 1; day <= days; day++) {
            LocalDate today = routine.begin();
            if (issued < notices && (day - 1) % 2 == 0) {
                new Headquarters(service).issue(++issued, provinces, "COUNTY");
            }
            routine.work(measured, quota(service, days - day, done, notices, issued), day == days);
            if (day % EVERY == 0) {
                done += measured.counted("completions");
                report(day, issued, done, service, sink, measured);
                measured = new Measured();
            }
            System.out.printf("day %d, %s: %s%n", day, today, routine.said());
        }
        List<String> left = new Remains(service.jdbc()).afterAll();
        System.out.println("left behind: " + (left.isEmpty() ? "nothing" : left));
        routine.nightsLater(TIME_TO_LIVE_DAYS + 1);
        System.out.printf("three weeks later: %,d rows of history, %,d of them overdue%n", new Growth(service.jdbc()).now().history(), new Growth(service.jdbc()).now().overdue());
        errors.stream().limit(20).forEach(error -> System.out.println("error: " + error));
    }

    /** What has to be done on a day so that everything is done on the last: seven tasks for each unit. */
    private static long quota(Service service, int daysLeft, long done, int notices, int issued) {
        long units = service.jdbc().queryForObject("select count(*) from unit where code like '13%' or code like '33%' or code like '46%'", Long.class);
        long perNotice = 7 * units;
        long open = service.jdbc().queryForObject("select count(*) from assignment where stage not in ('DELIVERED', 'WAIVED')", Long.class);
        return daysLeft == 0 ? Long.MAX_VALUE : Math.max(200, Math.min(open * 2, perNotice * notices / 26));
    }

    private static void keepHistory(Service service, int days) {
        RepositoryService models = service.get(RepositoryService.class);
        models.createProcessDefinitionQuery().list().forEach(
                model -> models.updateProcessDefinitionHistoryTimeToLive(model.getId(), days));
        models.createDecisionDefinitionQuery().list().forEach(
                table -> models.updateDecisionDefinitionHistoryTimeToLive(table.getId(), days));
    }

    private void report(int day, int issued, long done, Service service, MailSink sink, Measured measured) {
        Growth.Size size = new Growth(service.jdbc()).now();
        sizes.add(size);
        errors.addAll(measured.errors());
        table.add(day, issued, done, size.own(), size.running(), size.history(), size.overdue(), size.databaseMib(), size.heapMib(), sink.taken(),
                measured.percentile("task list", 0.95), measured.percentile("complete", 0.95),
                measured.percentile("board: provinces", 0.95), measured.errors().size());
        System.out.println(table.markdown());
    }

    /** The second half, first report against last. */
    private String creeping() {
        Growth.Size from = sizes.get(sizes.size() / 2 - (sizes.size() > 2 ? 1 : 0));
        Growth.Size to = sizes.get(sizes.size() - 1);
        int days = EVERY * (sizes.size() - sizes.size() / 2);
        return "per working day in the second half: own rows %+,d, ACT_RU rows %+,d, ACT_HI rows %+,d, database %+.1f MiB, heap %+.1f MiB"
                .formatted((to.own() - from.own()) / days, (to.running() - from.running()) / days, (to.history() - from.history()) / days,
                        (to.databaseMib() - from.databaseMib()) / (double) days, (to.heapMib() - from.heapMib()) / (double) days);
    }
}
