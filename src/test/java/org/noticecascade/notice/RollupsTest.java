package org.noticecascade.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.noticecascade.ProcessTest;
import org.noticecascade.Scenario;
import org.noticecascade.TestJobs;
import org.noticecascade.directory.Level;
import org.noticecascade.directory.Unit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Every count against one made here by walking the directory's tree. */
@ProcessTest
class RollupsTest {
    private static final String NINGXIA = "640000";
    private static final String SHANGHAI = "310000";
    private static final String OFFICE = "000001";
    private static final String OTHER = "460000";

    @Autowired
    private Scenario scenario;

    @Autowired
    private Rollups rollups;

    @Autowired
    private Issuing issuing;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestJobs jobs;

    @Test
    void countsEverySubtreeAsAWalkOverTheTreeDoes() {
        long notice = spread(NINGXIA, SHANGHAI, OFFICE);
        spread(OTHER, NINGXIA);
        mark(notice, new Random(20_210_919));

        for (String top : List.of(Scenario.HQ, NINGXIA, SHANGHAI, OFFICE, "640100", "310101")) {
            Assignment unit = scenario.assignment(notice, top);
            assertThat(rollups.below(unit)).as(top).isEqualTo(counted(notice, top));
        }
        assertThat(rollups.below(scenario.assignment(notice, NINGXIA)).unitsTotal())
                .isEqualTo(27);
        assertThat(rollups.below(scenario.assignment(notice, SHANGHAI)).unitsTotal())
                .isEqualTo(16);
        assertThat(rollups.below(scenario.assignment(notice, OFFICE))).isEqualTo(Rollup.NONE);
    }

    @Test
    void countsEachChildsSubtreeInOneGo() {
        long notice = spread(NINGXIA, SHANGHAI, OFFICE);
        mark(notice, new Random(7));

        for (String top : List.of(Scenario.HQ, NINGXIA)) {
            Map<String, Rollup> each = rollups.belowEachChildOf(scenario.assignment(notice, top));
            for (Assignment child : childrenOf(notice, top)) {
                assertThat(each.getOrDefault(child.unitCode(), Rollup.NONE))
                        .as(child.unitCode())
                        .isEqualTo(counted(notice, child.unitCode()));
            }
        }
    }

    @Test
    void namesWhoHasNotReportedInCodeOrder() {
        long notice = spread(NINGXIA, SHANGHAI);
        jdbc.sql("update assignment set reported_at = current_timestamp where notice_id = :notice"
                        + " and unit_code not in ('640100', '640104', '310101')")
                .param("notice", notice)
                .update();

        Rollup.WithMissing all = rollups.withMissing(scenario.assignment(notice, Scenario.HQ), 2);
        Rollup.WithMissing ningxia = rollups.withMissing(scenario.assignment(notice, NINGXIA), 10);

        assertThat(all.missingTotal()).isEqualTo(3);
        assertThat(all.missing()).extracting(Rollup.Missing::code).containsExactly("310101", "640100");
        assertThat(ningxia.missingTotal()).isEqualTo(2);
        assertThat(ningxia.missing()).extracting(Rollup.Missing::name).containsExactly("银川市市场监督管理局", "银川市兴庆区市场监督管理局");
        assertThat(ningxia.missing().get(0).stageLabel()).isEqualTo("签收");
    }

    // ---- the tree

    /** The form of each report asks this, twice for each of the country's units; a join may begin at all units. */
    @ParameterizedTest
    @ValueSource(strings = {NINGXIA, "640100"})
    void findsTheUnitsWithoutAReportByTheirSuperior(String top) {
        Assignment unit = scenario.assignment(spread(NINGXIA, SHANGHAI), top);

        String plan = jdbc.sql("explain " + Rollups.namesOf(unit, "a.stage <> 'WAIVED'"))
                .param("notice", unit.noticeId())
                .param("unit", top)
                .param("limit", 20)
                .query(String.class)
                .single();

        assertThat(plan).doesNotContain("JOIN", "tableScan").contains("PRIMARY_KEY");
    }

    private long spread(String... addressees) {
        long notice = scenario.issueTo(addressees);
        for (String addressee : addressees) {
            dispatch(notice, addressee);
        }
        return notice;
    }

    private void dispatch(long notice, String code) {
        transaction.executeWithoutResult(status -> issuing.dispatch(scenario.assignment(notice, code)));
        childrenOf(notice, code).forEach(child -> dispatch(notice, child.unitCode()));
    }

    private void mark(long notice, Random random) {
        for (Assignment unit : everybodyBelow(notice, Scenario.HQ)) {
            for (Milestone milestone : Milestone.values()) {
                if (random.nextBoolean()) {
                    jdbc.sql("update assignment set %s = current_timestamp where id = :id"
                                    .formatted(milestone.column()))
                            .param("id", unit.id())
                            .update();
                }
            }
            if (random.nextInt(3) > 0) {
                jdbc.sql("update assignment set participants = :people where id = :id")
                        .param("people", random.nextInt(1, 500))
                        .param("id", unit.id())
                        .update();
            }
        }
    }

    private List<Assignment> childrenOf(long notice, String code) {
        List<Assignment> children = new ArrayList<>();
        for (Unit child : scenario.units().childrenOf(code)) {
            jdbc.sql("select * from assignment where notice_id = :notice and unit_code = :unit")
                    .param("notice", notice)
                    .param("unit", child.code())
                    .query(Assignments::assignment)
                    .optional()
                    .ifPresent(children::add);
        }
        return children;
    }

    private List<Assignment> everybodyBelow(long notice, String code) {
        List<Assignment> everybody = new ArrayList<>();
        for (Assignment child : childrenOf(notice, code)) {
            everybody.add(child);
            everybody.addAll(everybodyBelow(notice, child.unitCode()));
        }
        return everybody;
    }

    private Rollup counted(long notice, String code) {
        int[] count = new int[7];
        long people = 0;
        for (Assignment unit : everybodyBelow(notice, code)) {
            Map<String, Object> row = jdbc.sql("select * from assignment where id = :id")
                    .param("id", unit.id())
                    .query()
                    .singleRow();
            count[0]++;
            count[1] += row.get("signed_at") == null ? 0 : 1;
            count[2] += unit.level() == Level.PROVINCE ? 1 : 0;
            count[3] += row.get("planned_at") == null ? 0 : 1;
            count[4] += unit.level() == Level.PROVINCE ? 0 : 1;
            count[5] += row.get("held_at") == null ? 0 : 1;
            count[6] += row.get("reported_at") == null ? 0 : 1;
            people += row.get("participants") instanceof Integer participants ? participants : 0;
        }
        return new Rollup(count[0], count[1], count[2], count[3], count[4], count[5], count[6], people, 0);
    }
}
