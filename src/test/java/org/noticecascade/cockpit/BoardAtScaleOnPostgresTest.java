package org.noticecascade.cockpit;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.noticecascade.directory.Level;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Light;
import org.noticecascade.notice.Stage;
import org.noticecascade.platform.Migrations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The board's SQL over a notice for about 44,600 units on PostgreSQL: which plans it gets, and that it counts what is
 * there. How long it takes is printed, not asserted.
 */
@Tag("database")
class BoardAtScaleOnPostgresTest {
    private static final int PROVINCES = 32;
    private static final int PREFECTURES = 10;
    private static final int COUNTIES = 9;
    private static final String ROWS = """
            with p as (select (10 + i) || '0000' as code from generate_series(1, 32) i),
                 m as (select p.code as above, left(p.code, 2) || lpad(j::text, 2, '0') || '00' as code
                         from p, generate_series(1, 10) j),
                 c as (select m.code as above, left(m.code, 4) || lpad(k::text, 2, '0') as code
                         from m, generate_series(1, 9) k),
                 t as (select c.code as above, c.code || lpad(n::text, 3, '0') as code
                         from c, generate_series(1, 14) n),
                 rows as (
                    select '000000' as code, null as above, 'HQ' as level, 0 as depth
                    union all select code, '000000', 'PROVINCE', 1 from p
                    union all select code, above, 'PREFECTURE', 2 from m
                    union all select code, above, 'COUNTY', 3 from c
                    union all select code, above, 'TOWNSHIP', 4 from t)
            """;

    private static EmbeddedPostgres server;
    private static JdbcClient jdbc;

    @BeforeAll
    static void fill() throws IOException, SQLException {
        server = EmbeddedPostgres.start();
        Flyway.configure()
                .dataSource(server.getPostgresDatabase())
                .placeholders(Migrations.words("PostgreSQL"))
                .load()
                .migrate();
        jdbc = JdbcClient.create(
                new SingleConnectionDataSource(server.getPostgresDatabase().getConnection(), true));
        jdbc.sql("insert into unit (code, parent_code, name, level) " + ROWS
                        + "select code, above, code || '市场监督管理局', level from rows order by depth, code")
                .update();
        for (int notice = 1; notice <= 3; notice++) {
            issue(notice);
        }
        jdbc.sql("analyze").update();
    }

    /** Spreads stages, lights and milestones by the row's id, so that the expected counts can be told. */
    private static void issue(int notice) {
        jdbc.sql("""
                        insert into notice (id, status, body, created_by, created_at)
                        values (:notice, 'ISSUED', '', 'u000000staff', timestamptz '2026-03-02 09:00+08')""").param("notice", notice).update();
        for (int depth = 0; depth <= 4; depth++) {
            jdbc.sql("""
                            insert into assignment (notice_id, unit_code, parent_id, level, depth, anc1, anc2, anc3, anc4,
                                                    stage, light, due_date, signed_at, reported_at)
                            %s
                            select :notice, r.code, p.id, r.level, r.depth,
                                   case when r.depth = 1 then r.code else p.anc1 end,
                                   case when r.depth = 2 then r.code else p.anc2 end,
                                   case when r.depth = 3 then r.code else p.anc3 end,
                                   case when r.depth = 4 then r.code end,
                                   case when n %% 4 = 0 then 'DELIVERED' else 'STUDY' end,
                                   case when n %% 10 = 1 then 'RED' else 'GREEN' end,
                                   case when n %% 4 = 0 then null else date '2026-03-20' end,
                                   timestamptz '2026-03-03 09:00+08' + (n %% 20) * interval '1 day',
                                   case when n %% 4 = 0 then timestamptz '2026-03-10 09:00+08' + (n %% 20) * interval '1 day' end
                              from (select *, row_number() over (order by code) as n from rows where depth = :depth) r
                              left join assignment p on p.notice_id = :notice and p.unit_code = r.above
                             order by r.code""".formatted(ROWS))
                    .param("notice", notice)
                    .param("depth", depth)
                    .update();
        }
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    void readsOneSubtreeThroughAnIndex() {
        for (String code : List.of("110000", "110100", "110101", "110101001")) {
            Assignment top = at(code);
            Subtree subtree = Subtree.below(top);
            String itself = "(a.id = %d or %s)".formatted(top.id(), subtree.condition());
            for (String condition : List.of(subtree.condition(), itself)) {
                String plan = plan("select count(*), count(signed_at) from assignment a where " + condition, subtree);
                assertThat(plan).as(code).contains("Index Cond").doesNotContain("Seq Scan on assignment");
                assertThat(plan.lines().filter(line -> line.contains("Index Cond")))
                        .as(code)
                        .allMatch(line -> line.contains(code) || line.contains("id = " + top.id()));
            }
        }
    }

    @Test
    void countsOneProvinceByItsRowsAlone() {
        Tally tally = new Tallies(jdbc).below(at("110000"));

        int below = PREFECTURES + PREFECTURES * COUNTIES + PREFECTURES * COUNTIES * 14;
        assertThat(tally.counts().unitsTotal()).isEqualTo(below);
        assertThat(tally.open() + tally.counts().reported()).isEqualTo(below);
        Tally all = new Tallies(jdbc).below(at("000000"));
        assertThat(all.counts().unitsTotal()).isEqualTo(PROVINCES * (below + 1));
    }

    @Test
    void printsHowLongEachQuestionTakes() {
        UnitRows rows = new UnitRows(jdbc);
        Tallies tallies = new Tallies(jdbc);
        Assignment all = at("000000");
        Assignment province = at("310000");
        Filter red = new Filter(null, Light.RED, null, null, null, null);
        Filter named = new Filter("3105", null, null, null, null, null);
        Filter rare = new Filter("310505", null, Stage.STUDY, Level.TOWNSHIP, true, null);
        report("counts of one province", () -> tallies.below(province));
        report("counts of the country", () -> tallies.below(all));
        report("32 provinces with counts", () -> tallies.belowEach(1, rows.childrenOf(all, 0, 100)));
        report("one province's prefectures with counts", () -> tallies.belowEach(1, rows.childrenOf(province, 0, 100)));
        report("32 provinces", () -> rows.childrenOf(all, 0, 100));
        report("red, country, first page", () -> rows.below(all, red, 0, 100));
        report("red, country, page 30", () -> rows.below(all, red, 3000, 100));
        report("red, country, how many", () -> rows.countBelow(all, red));
        report("red, province, first page", () -> rows.below(province, red, 0, 100));
        report("red, province, how many", () -> rows.countBelow(province, red));
        report("by name, country", () -> rows.below(all, named, 0, 100));
        report("by name, country, how many", () -> rows.countBelow(all, named));
        report("four filters", () -> rows.below(all, rare, 0, 100));
        report(
                "waiting for an extension",
                () -> rows.countBelow(all, new Filter(null, null, null, null, null, Filter.Waits.EXTENSION)));
        report("progress, province", () -> new ProgressOverTime(jdbc, Clock.systemUTC()).below(province));
        report("progress, country", () -> new ProgressOverTime(jdbc, Clock.systemUTC()).below(all));
        report("a batch of the export, country", () -> rows.belowAfter(all, Filter.NONE, "310000", 500));

        assertThat(rows.countBelow(all, named)).isEqualTo(1 + COUNTIES + COUNTIES * 14);
    }

    private static Assignment at(String code) {
        return jdbc.sql("select id, depth, level, parent_id from assignment where notice_id = 1 and unit_code = :code")
                .param("code", code)
                .query((row, number) -> new Assignment(
                        row.getLong("id"),
                        1,
                        code,
                        row.getObject("parent_id", Long.class),
                        Level.valueOf(row.getString("level")),
                        row.getInt("depth"),
                        List.of(),
                        Stage.STUDY,
                        null,
                        null,
                        null,
                        0,
                        Light.GREEN,
                        1))
                .single();
    }

    private static String plan(String sql, Subtree subtree) {
        return String.join(
                "\n",
                jdbc.sql("explain " + sql)
                        .params(subtree.values())
                        .query(String.class)
                        .list());
    }

    private static void report(String question, Supplier<Object> ask) {
        long[] micros = new long[20];
        for (int i = 0; i < micros.length; i++) {
            long start = System.nanoTime();
            ask.get();
            micros[i] = (System.nanoTime() - start) / 1000;
        }
        Arrays.sort(micros);
        System.out.printf("%-45s median %,8d us, p95 %,8d us%n", question, micros[9], micros[18]);
    }
}
