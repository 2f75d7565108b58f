package org.noticecascade.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.noticecascade.ProcessTest;
import org.noticecascade.Refusal;
import org.noticecascade.Scenario;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProcessTest
class CardsTest {
    private static final String NINGXIA = "640000";

    @Autowired
    private Scenario scenario;

    @Autowired
    private Cards cards;

    @Autowired
    private Notices notices;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void readsWhatTheStartOfAUnitPutsTogether() {
        long notice = scenario.issueTo(NINGXIA);
        Assignment unit = scenario.assignment(notice, NINGXIA);

        Card read = cards.of(notice, NINGXIA);

        assertThat(read).isEqualTo(Card.of(notices.get(notice), unit, "宁夏回族自治区市场监督管理厅"));
        assertThat(read.due()).isNotNull().isEqualTo(unit.dueDate());
        assertThat(read.documentNumber()).isNotNull();
    }

    @Test
    void namesNoUnitAtHeadquarters() {
        long notice = scenario.issueTo(NINGXIA);
        LocalDate due = LocalDate.of(2026, 6, 1);
        jdbc.sql("update assignment set due_date = :due where notice_id = :notice and depth = 0")
                .param("due", due)
                .param("notice", notice)
                .update();

        Card card = cards.of(notice, Scenario.HQ);

        assertThat(card.unitName()).isNull();
        assertThat(card.due()).isEqualTo(due);
        assertThat(card.caption()).isEqualTo(notices.get(notice).caption());
    }

    @Test
    void showsADraftWithoutUnits() {
        long notice = scenario.draft(Scenario.text(1));

        Card draft = cards.of(notice, Scenario.HQ);

        assertThat(draft.caption()).isEqualTo(notices.get(notice).caption());
        assertThat(draft.unitName()).isNull();
        assertThat(draft.due()).isNull();
    }

    @Test
    void refusesANoticeThatIsNotThere() {
        assertThatThrownBy(() -> cards.of(-1, Scenario.HQ)).isInstanceOf(Refusal.class);
    }

    /** Each task of each unit asks this. */
    @Test
    void findsEverythingByItsKey() {
        String plan = jdbc.sql("explain " + Cards.CARD)
                .param("notice", 1)
                .param("unit", NINGXIA)
                .query(String.class)
                .single();

        assertThat(plan).doesNotContain("tableScan").contains("UNIT_CODE = ?", "CODE = A.UNIT_CODE");
    }
}
