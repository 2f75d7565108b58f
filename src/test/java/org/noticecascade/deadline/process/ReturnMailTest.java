package org.noticecascade.deadline.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.noticecascade.ProcessTest;
import org.noticecascade.Scenario;
import org.noticecascade.TestTime;
import org.noticecascade.directory.People;
import org.noticecascade.mail.Letter;
import org.noticecascade.mail.MailItem;
import org.noticecascade.mail.MailKind;
import org.noticecascade.mail.OutboxMail;
import org.noticecascade.notice.Submission.Kind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever has to redo the work is told at once, whoever returned it. */
@ProcessTest
class ReturnMailTest {
    private static final String HQ = Scenario.HQ;
    private static final String NINGXIA = "640000";
    private static final String YINCHUAN = "640100";

    @Autowired
    private Scenario scenario;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ReturnContent content;

    @Autowired
    private People people;

    @Autowired
    private TestTime time;

    @Test
    void tellsTheStaffWhatHeadquartersReturnedWithReasonNewDateAndTask() {
        long notice = scenario.issueTo(NINGXIA);
        scenario.sign(notice, NINGXIA);
        scenario.draftPlan(notice, NINGXIA);
        scenario.decide(notice, NINGXIA, "approvePlan", true, null);

        scenario.decide(notice, NINGXIA, "reviewPlan", false, "措施不具体");

        OutboxMail mail = only("u640000staff");
        Letter letter = written(mail);
        MailItem item = (MailItem) letter.model().get("item");
        assertThat(letter.model().get("reason")).isEqualTo("措施不具体");
        assertThat(letter.model().get("by").toString()).contains("（").contains("市场监督管理总局");
        assertThat(item.stageLabel()).isEqualTo("工作方案");
        assertThat(item.dueLabel()).contains("星期");
        assertThat(item.workingDaysLeft()).isPositive();
        assertThat(item.link())
                .endsWith(scenario.task(notice, NINGXIA, "draftPlan").getId());
        assertThat(letter.subject()).endsWith("退回：“工作方案”请于%s前重新办理".formatted(item.dueLabel()));
    }

    @Test
    void tellsNothingAnyMoreOnceItWasHandedInAgain() {
        long notice = scenario.issueTo(NINGXIA);
        scenario.sign(notice, NINGXIA);
        scenario.draftPlan(notice, NINGXIA);
        scenario.decide(notice, NINGXIA, "approvePlan", false, "缺日期");
        OutboxMail mail = only("u640000staff");
        assertThat(content.write(mail, people.find("u640000staff").orElseThrow()))
                .isPresent();

        scenario.complete(notice, NINGXIA, "draftPlan");

        assertThat(content.write(mail, people.find("u640000staff").orElseThrow()))
                .isEmpty();
    }

    @Test
    void tellsOfEachVersionOnItsOwn() {
        long notice = scenario.issueTo(NINGXIA);
        scenario.sign(notice, NINGXIA);
        scenario.draftPlan(notice, NINGXIA);
        scenario.decide(notice, NINGXIA, "approvePlan", false, "一");
        scenario.complete(notice, NINGXIA, "draftPlan");
        scenario.decide(notice, NINGXIA, "approvePlan", false, "二");

        List<OutboxMail> mails = returns();
        assertThat(mails).hasSize(2);
        assertThat(content.write(mails.get(0), people.find("u640000staff").orElseThrow()))
                .isEmpty();
        assertThat(written(mails.get(1)).model().get("reason")).isEqualTo("二");
    }

    @Test
    void tellsOfASessionTheOwnLeadReturned() {
        long notice = scenario.issueTo(NINGXIA);
        scenario.plan(notice, NINGXIA);
        scenario.sign(notice, YINCHUAN);
        scenario.fill(notice, YINCHUAN, Kind.SESSION, Map.of("form", "座谈会", "plannedOn", "2026-03-05"));
        scenario.complete(notice, YINCHUAN, "scheduleSession");
        scenario.fill(
                notice,
                YINCHUAN,
                Kind.SESSION,
                Map.of("heldOn", time.today().toString(), "participants", 5, "summary", "已学习"));
        scenario.complete(notice, YINCHUAN, "holdSession");

        scenario.decide(notice, YINCHUAN, "confirmSession", false, "人数有误");

        Letter letter = written(only("u640100staff"));
        assertThat(((MailItem) letter.model().get("item")).stageLabel()).isEqualTo("学习记录");
        assertThat(letter.model().get("by").toString()).contains("银川");
    }

    @Test
    void tellsHeadquartersStaffOfTheReturnedDraftAndOnlyOfTheLast() {
        long notice = scenario.draft(Scenario.text(77));
        scenario.address(notice, NINGXIA);
        scenario.complete(notice, HQ, "draftNotice");
        scenario.decide(notice, HQ, "signNotice", false, "标题不妥");

        OutboxMail first = only("u000000staff");
        Letter letter = written(first);
        MailItem item = (MailItem) letter.model().get("item");
        assertThat(letter.subject()).endsWith("退回：“通知草稿”请重新办理");
        assertThat(letter.model().get("reason")).isEqualTo("标题不妥");
        assertThat(item.link())
                .endsWith(scenario.task(notice, HQ, "draftNotice").getId());

        scenario.complete(notice, HQ, "draftNotice");
        assertThat(content.write(first, people.find("u000000staff").orElseThrow()))
                .isEmpty();
        scenario.decide(notice, HQ, "signNotice", false, "日期不妥");
        assertThat(content.write(first, people.find("u000000staff").orElseThrow()))
                .isEmpty();
        assertThat(written(returns().get(1)).model().get("reason")).isEqualTo("日期不妥");
    }

    private Letter written(OutboxMail mail) {
        return content.write(mail, people.find(mail.userId()).orElseThrow()).orElseThrow();
    }

    private OutboxMail only(String user) {
        List<OutboxMail> mails = returns();
        assertThat(mails).extracting(OutboxMail::userId).containsExactly(user);
        return mails.get(0);
    }

    private List<OutboxMail> returns() {
        return OutboxRows.of(jdbc, MailKind.RETURN, time.today());
    }
}
