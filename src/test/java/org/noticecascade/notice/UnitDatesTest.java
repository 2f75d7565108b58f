package org.noticecascade.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.noticecascade.ProcessTest;
import org.noticecascade.Scenario;
import org.noticecascade.TestJobs;
import org.noticecascade.calendar.WorkingCalendar;
import org.noticecascade.directory.Level;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was granted, where it counts and where it does not; Yinchuan holds its session. */
@ProcessTest
class UnitDatesTest {
    private static final String NINGXIA = "640000";
    private static final String YINCHUAN = "640100";
    private static final int MUCH = 60;

    @Autowired
    private Scenario scenario;

    @Autowired
    private UnitDates dates;

    @Autowired
    private Addressing addressing;

    @Autowired
    private WorkingCalendar calendar;

    @Autowired
    private TestJobs jobs;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void takesTheLatestDayGrantedForThatStageAlone() {
        Assignment unit = studying();
        grant(unit, Stage.STUDY, MUCH, null);
        grant(unit, Stage.STUDY, 2, null);

        assertThat(due(unit, Stage.STUDY)).isEqualTo(later(unit, Stage.STUDY, MUCH));
        assertThat(due(unit, Stage.REPORT)).isEqualTo(set(unit, Stage.REPORT));
    }

    @Test
    void addsUpForThoseBelowWhatOneUnitWasGrantedTwice() {
        Assignment unit = studying();
        grant(unit, Stage.RECEIPT, 1, 1);
        grant(unit, Stage.STUDY, 2, 2);

        LocalDate below =
                dates.below(unit, Level.COUNTY, Stage.STUDY).orElseThrow().due();

        LocalDate own =
                addressing.dueOf(unit.noticeId(), Level.COUNTY, Stage.STUDY).orElseThrow();
        assertThat(below).isEqualTo(calendar.days().plus(own, 3));
    }

    @Test
    void movesNoOtherStageOfTheUnitThatWasGrantedTimeForThoseBelow() {
        Assignment unit = studying();

        grant(unit, Stage.RECEIPT, 1, 5);

        assertThat(due(unit, Stage.STUDY)).isEqualTo(set(unit, Stage.STUDY));
    }

    /** Granted before the days were written down, or backwards. */
    @Test
    void movesNobodyBelowWithoutDays() {
        Assignment unit = studying();
        grant(unit, Stage.STUDY, 3, null);
        grant(unit, Stage.STUDY, 3, -2);

        assertThat(dates.below(unit, Level.COUNTY, Stage.STUDY).orElseThrow().isMoved())
                .isFalse();
    }

    @Test
    void asksForNothingAboveADirectSubordinateOfHeadquarters() {
        Assignment unit = studying();
        Assignment headquarters = scenario.assignment(unit.noticeId(), Scenario.HQ);

        assertThat(dates.below(headquarters, Level.PROVINCE, Stage.PLAN)
                        .orElseThrow()
                        .due())
                .isEqualTo(addressing
                        .dueOf(unit.noticeId(), Level.PROVINCE, Stage.PLAN)
                        .orElseThrow());
    }

    private Assignment studying() {
        long notice = scenario.issueTo(NINGXIA);
        scenario.plan(notice, NINGXIA);
        scenario.sign(notice, YINCHUAN);
        jobs.runAll();
        return scenario.assignment(notice, YINCHUAN);
    }

    private LocalDate set(Assignment unit, Stage stage) {
        return addressing.dueOf(unit.noticeId(), unit.level(), stage).orElseThrow();
    }

    private LocalDate later(Assignment unit, Stage stage, int workingDays) {
        return calendar.days().plus(set(unit, stage), workingDays);
    }

    private LocalDate due(Assignment unit, Stage stage) {
        return dates.of(unit, stage).orElseThrow().due();
    }

    private void grant(Assignment unit, Stage stage, int workingDays, @Nullable Integer daysBelow) {
        jdbc.sql("""
                        insert into extension (assignment_id, stage, asked_by, asked_at, reason, from_due, to_due,
                                               downwards, status, granted_days)
                        values (:unit, :stage, 'x', :now, '机构改革', :from, :to, true, 'GRANTED', :days)""")
                .param("unit", unit.id())
                .param("stage", stage.name())
                .param("now", OffsetDateTime.now())
                .param("from", set(unit, stage))
                .param("to", later(unit, stage, workingDays))
                .param("days", daysBelow)
                .update();
    }
}
