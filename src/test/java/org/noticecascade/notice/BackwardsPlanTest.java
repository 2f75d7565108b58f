package org.noticecascade.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.noticecascade.Refusal;
import org.noticecascade.calendar.WorkingDays;
import org.noticecascade.directory.Level;

class BackwardsPlanTest {
    private static final LocalDate START = LocalDate.of(2026, 3, 4);
    private static final Map<String, Integer> DAYS = Map.of(
            "DEPARTMENT RECEIPT",
            2,
            "DEPARTMENT STUDY",
            10,
            "DEPARTMENT REPORT",
            12,
            "PROVINCE RECEIPT",
            2,
            "PROVINCE PLAN",
            5,
            "PROVINCE REPORT",
            15,
            "HQ REPORT",
            20);

    private final WorkingDays days = WorkingDays.of(List.of(), Set.of(2026));
    private final BackwardsPlan plan =
            new BackwardsPlan((urgency, level, stage) -> DAYS.get(level + " " + stage), days, Urgency.NORMAL);

    @Test
    void keepsTheGapsCountedBackFromTheNationalDate() {
        LocalDate national = days.plus(START, 26);

        List<Due> dues = plan.propose(START, national, Level.PROVINCE);

        assertThat(due(dues, Level.HQ, Stage.REPORT)).isEqualTo(national);
        assertThat(days.between(due(dues, Level.PROVINCE, Stage.REPORT), national))
                .isEqualTo(5);
        assertThat(days.between(due(dues, Level.DEPARTMENT, Stage.STUDY), national))
                .isEqualTo(10);
        assertThat(due(dues, Level.PROVINCE, Stage.PLAN)).isEqualTo(days.plus(START, 5));
    }

    @Test
    void acceptsExactlyTheTimeThatIsNeeded() {
        List<Due> dues = plan.propose(START, days.plus(START, 20), Level.PROVINCE);

        assertThat(due(dues, Level.PROVINCE, Stage.REPORT)).isEqualTo(days.plus(START, 15));
    }

    @Test
    void refusesAnImpossiblePlanWithItsNumbers() {
        assertThatThrownBy(() -> plan.propose(START, days.plus(START, 19), Level.PROVINCE))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("只有 19 个工作日")
                .hasMessageContaining("至少需要 20 个，缺 1 个")
                .hasMessageContaining("签收只剩 1 个工作日，至少需要 2 个");
    }

    private static LocalDate due(List<Due> dues, Level level, Stage stage) {
        return dues.stream()
                .filter(due -> due.level() == level && due.stage() == stage)
                .map(Due::dueDate)
                .findFirst()
                .orElseThrow();
    }
}
