package org.noticecascade.benchmarks.launch;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.noticecascade.NoticeCascadeApplication;
import org.noticecascade.benchmarks.Service;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The service as it is shipped: issues one notice and passes it down until every unit has its receipt task.
 *
 * <p>Nobody waits: as soon as a superior's receipt task exists it is completed, by four threads; a province, which would
 * have to plan first, is told to dispatch as well, at the very step an accepted plan leads to. So what is timed is
 * issuing, dispatching and starting, and also the superiors' signatures and the tasks that follow them; permissions are
 * checked in people's benchmark, not here.
 *
 * <p>Arguments: {@code prepare} or {@code launch}, JDBC URL of a PostgreSQL database or the directory of an H2 file, lowest level.
 */
final class OursRun {
    private static final int TOWNSHIPS = 41_352;
    private static final int PEOPLE = 4;
    private static final String TASKS = "select count(*) from ACT_HI_TASKINST where TASK_DEF_KEY_ = 'userTask_signReceipt'";

    private final ConfigurableApplicationContext context;
    private final JdbcTemplate jdbc;

    private OursRun(Map<String, Object> database) {
        context = new SpringApplicationBuilder(NoticeCascadeApplication.class)
                .run(Stream.concat(database.entrySet().stream(), Stream.<Map.Entry<String, Object>>of(
                                Map.entry("server.address", "127.0.0.1"),
                                Map.entry("server.port", "0"),
                                Map.entry("cascade.mail.enabled", "false"),
                                Map.entry("cascade.patrol.make-up", "false"),
                                Map.entry("cascade.patrol.cron", "0 0 0 29 2 ?"),
                                Map.entry("logging.level.root", "error"),
                                Map.entry("spring.main.banner-mode", "off")))
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
        jdbc = context.getBean(JdbcTemplate.class);
    }

    public static void main(String[] arguments) {
        NoticeCascadeApplication.prepare();
        Child.exitAfter(() -> race(arguments));
    }

    private static void race(String[] arguments) throws Exception {
        boolean h2 = !arguments[1].startsWith("jdbc:");
        OursRun run = new OursRun(h2 ? Service.onFileIn(arguments[1]) : Service.onPostgres(arguments[1]));
        if (h2 || arguments[0].equals("prepare")) {
            run.prepare(arguments[2].equals("TOWNSHIP"), arguments[2]);
        }
        if (arguments[0].equals("launch")) {
            for (int warmUp = 0; warmUp < Child.WARM_UPS; warmUp++) {
                run.launch("COUNTY", h2);
            }
            new Measure(run.context.getBean(DataSource.class), !h2).resetCounts();
            run.launch(arguments[2], h2);
        }
        run.context.close();
    }

    private void prepare(boolean withTownships, String downTo) {
        if (withTownships) {
            List<String> counties = jdbc.queryForList("select code from unit where level = 'COUNTY' order by code", String.class);
            jdbc.batchUpdate(
                    "insert into unit (code, parent_code, name, level) values (?, ?, ?, 'TOWNSHIP')",
                    IntStream.range(0, TOWNSHIPS)
                            .mapToObj(n -> township(counties.get(n % counties.size()), n / counties.size() + 1))
                            .toList());
        }
        LocalDate today = LocalDate.now(context.getBean(Clock.class));
        for (int number = 1; number <= Child.WARM_UPS + 1; number++) {
            jdbc.update("""
                    insert into notice (status, document_number, title, body, down_to, created_by, created_at, issue_date)
                    values ('SIGNING', ?, '关于开展标准化学习的通知', '', ?, 'benchmark', current_timestamp, ?)""",
                    "国市监示范〔2026〕%d号".formatted(number), number <= Child.WARM_UPS ? "COUNTY" : downTo, Date.valueOf(today));
        }
        for (String level : List.of("HQ", "DEPARTMENT", "PROVINCE", "PREFECTURE", "COUNTY", "TOWNSHIP")) {
            for (String stage : List.of("RECEIPT", "PLAN", "STUDY", "REPORT")) {
                jdbc.update("insert into notice_due select id, ?, ?, ? from notice", level, stage, Date.valueOf(today.plusDays(60)));
            }
        }
        jdbc.update("insert into notice_addressee select n.id, u.code from notice n, unit u where u.level = 'PROVINCE'");
    }

    private static Object[] township(String county, int serial) {
        return new Object[] {"%s%03d".formatted(county, serial), county, "第%d街道市场监督管理所（%s）".formatted(serial, county)};
    }

    /** Launches the next notice that has not been. */
    private void launch(String downTo, boolean h2) throws Exception {
        long notice = jdbc.queryForObject("select min(id) from notice where status = 'SIGNING'", Long.class);
        jdbc.update("update notice set status = 'ISSUED' where id = ?", notice);
        String in = downTo.equals("TOWNSHIP")
                ? "('PROVINCE', 'PREFECTURE', 'COUNTY', 'TOWNSHIP')"
                : "('PROVINCE', 'PREFECTURE', 'COUNTY')";
        int units = jdbc.queryForObject("select count(*) from unit where active and level in " + in, Integer.class);
        List<String> superiors = jdbc.queryForList(
                "select distinct parent_code from unit where active and level in " + in + " and level <> 'PROVINCE'", String.class);
        Measure measure = new Measure(context.getBean(DataSource.class), !h2);
        long tasks = measure.number(TASKS);
        long before = h2 ? rows() : 0;
        measure.begin();
        context.getBean(RuntimeService.class)
                .createProcessInstanceByKey("headquarters-notice")
                .processDefinitionWithoutTenantId()
                .businessKey(notice + "/000000")
                .startBeforeActivity("serviceTask_issueNotice")
                .execute();
        passDown(notice, new HashSet<>(superiors), downTo);
        measure.await(TASKS, tasks + units);
        measure.end(units, h2 ? rows() - before : -1);
    }

    /** Lets each superior dispatch once its receipt task exists, in the order in which they appear. */
    private void passDown(long notice, Set<String> superiors, String downTo) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
        List<Future<?>> acts = new ArrayList<>();
        while (!superiors.isEmpty()) {
            List<String[]> started = jdbc.query(
                    """
                    select a.unit_code, a.level, a.instance_id, t.ID_ from assignment a join ACT_RU_TASK t on t.PROC_INST_ID_ = a.instance_id
                     where a.stage = 'RECEIPT' and a.notice_id = ? and a.level <> ? order by a.id""",
                    (row, number) -> new String[] {row.getString(1), row.getString(2), row.getString(3), row.getString(4)},
                    notice,
                    downTo);
            int waiting = superiors.size();
            for (String[] unit : started) {
                if (superiors.remove(unit[0])) {
                    acts.add(people.submit(() -> handDown(unit[1], unit[2], unit[3])));
                }
            }
            if (superiors.size() == waiting) {
                Thread.sleep(20);
            }
        }
        for (Future<?> act : acts) {
            act.get();
        }
        people.shutdown();
    }

    private void handDown(String level, String instance, String task) {
        if (level.equals("PROVINCE")) {
            context.getBean(RuntimeService.class)
                    .createProcessInstanceModification(instance)
                    .startBeforeActivity("serviceTask_dispatchUnits")
                    .execute();
        } else {
            context.getBean(TaskService.class).complete(task);
        }
    }

    private List<String> tables() {
        return jdbc.queryForList("""
                select table_name from information_schema.tables
                 where lower(table_schema) = 'public' and table_type = 'BASE TABLE' order by 1""", String.class)
                .stream()
                .map(name -> '"' + name + '"')
                .toList();
    }

    private long rows() {
        return tables().stream()
                .mapToLong(table -> jdbc.queryForObject("select count(*) from " + table, Long.class))
                .sum();
    }
}
