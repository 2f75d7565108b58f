package org.noticecascade.cockpit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.noticecascade.ProcessTest;
import org.noticecascade.Scenario;
import org.noticecascade.TestTime;
import org.noticecascade.directory.Level;
import org.noticecascade.directory.Unit;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Assignments;
import org.noticecascade.notice.Issuing;
import org.noticecascade.notice.Light;
import org.noticecascade.notice.Stage;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Every list and count of the board against one made here by walking the directory's tree. */
@ProcessTest
class BoardTest {
    private static final String NINGXIA = "640000";
    private static final String SHANGHAI = "310000";
    private static final List<String> TOPS = List.of(Scenario.HQ, NINGXIA, SHANGHAI, "640100", "310101", "640104");

    @Autowired
    private Scenario scenario;

    @Autowired
    private Assignments assignments;

    @Autowired
    private UnitRows rows;

    @Autowired
    private Tallies tallies;

    @Autowired
    private ProgressOverTime progress;

    @Autowired
    private Issuing issuing;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestTime time;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void countsLightsAndStagesOfEverySubtreeAsAWalkDoes() {
        long notice = spread(1);
        spread(2);

        for (String top : TOPS) {
            Assignment unit = scenario.assignment(notice, top);
            List<UnitRow> below = everybodyBelow(notice, top);
            Tally tally = tallies.below(unit);
            assertThat(tally.counts().unitsTotal()).as(top).isEqualTo(below.size());
            assertThat(tally.open())
                    .as(top)
                    .isEqualTo(count(below, row -> row.stage().isOpen()));
            assertThat(tally.red()).as(top).isEqualTo(count(below, row -> row.light() == Light.RED));
            assertThat(tally.yellow()).as(top).isEqualTo(count(below, row -> row.light() == Light.YELLOW));
            assertThat(tally.missed()).as(top).isEqualTo(count(below, row -> row.stage() == Stage.MISSED));
            assertThat(tally.counts().reported()).as(top).isEqualTo(count(below, row -> row.reportedAt() != null));
        }
        assertThat(tallies.below(scenario.assignment(notice, Scenario.HQ)).red())
                .isPositive();
    }

    @Test
    void countsBelowEachLineOfAPageWhateverItsLevel() {
        long notice = spread(3);
        List<UnitRow> all = everybodyBelow(notice, Scenario.HQ);

        Map<String, Tally> each = tallies.belowEach(notice, all);

        for (UnitRow row : all) {
            Tally expected = tallies.below(scenario.assignment(notice, row.unitCode()));
            if (expected.counts().unitsTotal() == 0) {
                assertThat(each).doesNotContainKey(row.unitCode());
            } else {
                assertThat(each.get(row.unitCode())).as(row.unitCode()).isEqualTo(expected);
            }
        }
        assertThat(each).containsKeys(NINGXIA, SHANGHAI, "640100");
    }

    @Test
    void listsDirectSubordinatesByCodePageByPage() {
        long notice = spread(4);
        Assignment shanghai = scenario.assignment(notice, SHANGHAI);
        List<String> codes =
                scenario.units().childrenOf(SHANGHAI).stream().map(Unit::code).toList();

        List<String> paged = new ArrayList<>();
        for (int offset = 0; offset < codes.size(); offset += 5) {
            rows.childrenOf(shanghai, offset, 5).forEach(row -> paged.add(row.unitCode()));
        }

        assertThat(paged).isSorted().isEqualTo(codes);
        assertThat(rows.countChildrenOf(shanghai)).isEqualTo(codes.size());
        assertThat(rows.childrenOf(shanghai, 0, 1).get(0).superiorName()).isEqualTo("上海市市场监督管理局");
    }

    @Test
    void filtersWhatAWalkWouldPick() {
        long notice = spread(5);
        Map<Filter, Predicate<UnitRow>> filters = Map.of(
                filter("银川", null, null, null, null), row -> row.unitName().contains("银川"),
                filter("6402", null, null, null, null), row -> row.unitCode().startsWith("6402"),
                filter("%", null, null, null, null), row -> false,
                filter(null, Light.RED, null, null, null), row -> row.light() == Light.RED,
                filter(null, Light.GREEN, null, null, null), row -> row.light() == Light.GREEN,
                filter(null, null, Stage.STUDY, null, null), row -> row.stage() == Stage.STUDY,
                filter(null, null, null, Level.COUNTY, null), row -> row.level() == Level.COUNTY,
                filter(null, null, null, null, true), row -> row.stage().isOpen(),
                filter(null, null, null, null, false), row -> !row.stage().isOpen(),
                filter("区", Light.RED, Stage.STUDY, Level.COUNTY, true),
                        row -> row.unitName().contains("区")
                                && row.light() == Light.RED
                                && row.stage() == Stage.STUDY
                                && row.level() == Level.COUNTY);

        for (String top : TOPS) {
            Assignment unit = scenario.assignment(notice, top);
            filters.forEach((filter, wanted) -> {
                List<String> expected = everybodyBelow(notice, top).stream()
                        .filter(wanted)
                        .map(UnitRow::unitCode)
                        .toList();
                assertThat(rows.below(unit, filter, 0, 200))
                        .as("%s %s", top, filter)
                        .extracting(UnitRow::unitCode)
                        .isEqualTo(expected);
                assertThat(rows.countBelow(unit, filter)).isEqualTo(expected.size());
            });
        }
    }

    @Test
    void goesThroughASubtreeInBatchesWithoutLosingOrRepeatingAnybody() {
        long notice = spread(6);
        Assignment top = scenario.assignment(notice, Scenario.HQ);

        List<String> codes = new ArrayList<>();
        List<UnitRow> batch;
        do {
            batch = rows.belowAfter(top, Filter.NONE, codes.isEmpty() ? "" : codes.get(codes.size() - 1), 7);
            batch.forEach(row -> codes.add(row.unitCode()));
        } while (batch.size() == 7);

        assertThat(codes)
                .isEqualTo(everybodyBelow(notice, Scenario.HQ).stream()
                        .map(UnitRow::unitCode)
                        .toList());
    }

    /** The chart's sums against the ledger, which is written by other statements. */
    @Test
    void progressIsWhatTheLedgerRecordsDayByDay() {
        long notice = scenario.issueTo(NINGXIA);
        scenario.plan(notice, NINGXIA);
        for (String county : List.of("640100", "640200")) {
            time.moveTo(time.today().plusDays(1));
            scenario.study(notice, county, 10);
        }

        List<DayCount> days = progress.below(scenario.assignment(notice, Scenario.HQ));

        Map<LocalDate, Integer> signed = new TreeMap<>();
        Map<LocalDate, Integer> held = new TreeMap<>();
        jdbc.sql("select at, act from ledger where notice_id = :notice")
                .param("notice", notice)
                .query((row, number) -> Map.entry(
                        row.getObject(1, OffsetDateTime.class)
                                .atZoneSameInstant(java.time.ZoneId.of("Asia/Shanghai"))
                                .toLocalDate(),
                        row.getString(2)))
                .list()
                .forEach(entry -> {
                    signed.merge(entry.getKey(), entry.getValue().equals("SIGNED") ? 1 : 0, Integer::sum);
                    held.merge(entry.getKey(), entry.getValue().equals("SESSION_CONFIRMED") ? 1 : 0, Integer::sum);
                });
        assertThat(days).hasSize(3).isSortedAccordingTo(Comparator.comparing(DayCount::day));
        int signedSoFar = 0;
        int heldSoFar = 0;
        for (DayCount day : days) {
            signedSoFar += signed.getOrDefault(day.day(), 0);
            heldSoFar += held.getOrDefault(day.day(), 0);
            assertThat(day.signed()).as(day.toString()).isEqualTo(signedSoFar);
            assertThat(day.held()).as(day.toString()).isEqualTo(heldSoFar);
        }
        assertThat(days.get(2).signed()).isEqualTo(3);
        assertThat(days.get(2).planned()).isEqualTo(1);
        assertThat(days.get(2).held()).isEqualTo(2);
        assertThat(progress.below(scenario.assignment(notice, "640100"))).isEmpty();
    }

    @Test
    void aDayEndsAtMidnightInBeijing() {
        long notice = spread(0);
        jdbc.sql("update assignment set signed_at = null, planned_at = null, held_at = null, reported_at = null")
                .update();
        sign(notice, "640100", "2026-03-04T15:59:59Z");
        sign(notice, "640200", "2026-03-04T16:00:00Z");

        assertThat(progress.below(scenario.assignment(notice, NINGXIA)))
                .extracting(DayCount::day, DayCount::signed)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(LocalDate.of(2026, 3, 4), 1),
                        org.assertj.core.groups.Tuple.tuple(LocalDate.of(2026, 3, 5), 2));
    }

    // ---- a tree with everything in it

    private static Filter filter(String text, Light light, Stage stage, Level level, Boolean open) {
        return new Filter(text, light, stage, level, open, null);
    }

    private void sign(long notice, String code, String at) {
        jdbc.sql("update assignment set signed_at = :at where notice_id = :notice and unit_code = :code")
                .param("at", OffsetDateTime.parse(at))
                .param("notice", notice)
                .param("code", code)
                .update();
    }

    private long spread(int seed) {
        long notice = scenario.issueTo(NINGXIA, SHANGHAI);
        dispatch(notice, NINGXIA);
        dispatch(notice, SHANGHAI);
        Random random = new Random(seed);
        for (UnitRow row : everybodyBelow(notice, Scenario.HQ)) {
            Stage stage = Stage.values()[random.nextInt(Stage.values().length)];
            jdbc.sql("""
                            update assignment set stage = :stage, light = :light, due_date = :due, reported_at = :reported
                             where id = :id""")
                    .param("stage", stage.name())
                    .param("light", stage.isOwnWork() ? Light.values()[random.nextInt(3)].name() : "GREEN")
                    .param("due", stage.isOwnWork() ? LocalDate.of(2026, 3, 20) : null)
                    .param("reported", stage == Stage.DELIVERED ? OffsetDateTime.parse("2026-03-10T01:00:00Z") : null)
                    .param("id", row.assignmentId())
                    .update();
        }
        return notice;
    }

    private void dispatch(long notice, String code) {
        transaction.executeWithoutResult(status -> issuing.dispatch(scenario.assignment(notice, code)));
        scenario.units().childrenOf(code).stream()
                .filter(child -> assignments.find(notice, child.code()).isPresent())
                .forEach(child -> dispatch(notice, child.code()));
    }

    /** By walking the directory, in code order. */
    private List<UnitRow> everybodyBelow(long notice, String code) {
        List<UnitRow> everybody = new ArrayList<>();
        for (Unit child : scenario.units().childrenOf(code)) {
            assignments.find(notice, child.code()).ifPresent(found -> {
                everybody.add(rows.of(found.id()));
                everybody.addAll(everybodyBelow(notice, child.code()));
            });
        }
        everybody.sort(Comparator.comparing(UnitRow::unitCode));
        return everybody;
    }

    private static int count(List<UnitRow> rows, Predicate<UnitRow> wanted) {
        return (int) rows.stream().filter(wanted).count();
    }
}
