package org.noticecascade.deadline.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.noticecascade.Http;
import org.noticecascade.ProcessTest;
import org.noticecascade.Scenario;
import org.noticecascade.TestTime;
import org.noticecascade.calendar.WorkingCalendar;
import org.noticecascade.directory.People;
import org.noticecascade.directory.Role;
import org.noticecascade.mail.MailKind;
import org.noticecascade.mail.OutboxMail;
import org.noticecascade.notice.Assignment;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who asked for more time is told what was decided. */
@ProcessTest
class ExtensionMailTest {
    private static final String NINGXIA = "640000";

    @Autowired
    private Scenario scenario;

    @Autowired
    private Http http;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ExtensionContent content;

    @Autowired
    private People people;

    @Autowired
    private WorkingCalendar calendar;

    @Autowired
    private TestTime time;

    @Test
    void marksADayOfAYearWithoutArrangement() {
        long notice = scenario.issueTo(NINGXIA);
        Assignment unit = scenario.assignment(notice, NINGXIA);
        String staff = Scenario.userId(NINGXIA, Role.STAFF);
        String longer =
                calendar.days().plus(Objects.requireNonNull(unit.dueDate()), 4).toString();
        assertThat(http.post(
                                staff,
                                "/api/assignments/" + unit.id() + "/extensions",
                                Map.of("reason", "机构改革", "newDue", longer, "downwards", false))
                        .status())
                .isEqualTo(201);
        scenario.decide(notice, NINGXIA, "decideExtension", true, null);
        jdbc.sql("update extension set to_due = date '2027-03-05' where assignment_id = ?")
                .param(unit.id())
                .update();

        List<OutboxMail> mails = OutboxRows.of(jdbc, MailKind.EXTENSION, time.today());
        assertThat(mails).hasSize(1);
        assertThat(content.write(mails.get(0), people.find(staff).orElseThrow())
                        .orElseThrow()
                        .model()
                        .toString())
                .contains("2027年3月5日（星期五，暂定）");
    }
}
