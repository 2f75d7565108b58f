package org.noticecascade.study;

import static org.noticecascade.notice.Fields.required;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.noticecascade.Refusal;
import org.noticecascade.notice.Fields;
import org.noticecascade.notice.Submission.Kind;
import org.noticecascade.notice.Work;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The contents of study sessions. */
@Repository
public class StudySessions implements Work {
    private static final String FORM = "学习形式";
    private static final String PLANNED = "计划日期";
    private static final String HELD = "举行日期";
    private static final String PARTICIPANTS = "参加人数";
    private static final String SUMMARY = "情况简述";

    private final JdbcClient jdbc;
    private final Clock clock;

    StudySessions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Kind kind() {
        return Kind.SESSION;
    }

    @Override
    public void insert(long submissionId) {
        jdbc.sql("insert into study_session (submission_id) values (:id)")
                .param("id", submissionId)
                .update();
    }

    @Override
    public void copy(long from, long to) {
        jdbc.sql("""
                        insert into study_session (submission_id, form, planned_on, held_on, participants, summary)
                        select cast(:to as bigint), form, planned_on, held_on, participants, summary
                          from study_session where submission_id = :from""").param("to", to).param("from", from).update();
    }

    /** The session of one version. */
    public StudySession get(long submissionId) {
        return jdbc.sql("select * from study_session where submission_id = :id")
                .param("id", submissionId)
                .query((row, number) -> {
                    String form = row.getString("form");
                    return new StudySession(
                            form == null ? null : SessionForm.valueOf(form),
                            row.getObject("planned_on", LocalDate.class),
                            row.getObject("held_on", LocalDate.class),
                            row.getObject("participants", Integer.class),
                            row.getString("summary"));
                })
                .single();
    }

    @Override
    public Map<String, Object> read(long submissionId) {
        StudySession session = get(submissionId);
        Map<String, Object> fields = new LinkedHashMap<>();
        SessionForm form = session.form();
        fields.put("form", form == null ? null : form.label());
        fields.put("plannedOn", session.plannedOn());
        fields.put("heldOn", session.heldOn());
        fields.put("participants", session.participants());
        fields.put("summary", session.summary());
        return fields;
    }

    @Override
    public void save(long submissionId, Map<String, Object> sent) {
        StudySession current = get(submissionId);
        Fields fields = new Fields(sent);
        SessionForm currentForm = current.form();
        SessionForm form = form(fields.line("form", FORM, 20, currentForm == null ? null : currentForm.label()));
        jdbc.sql("""
                        update study_session set form = :form, planned_on = :planned, held_on = :held,
                               participants = :participants, summary = :summary where submission_id = :id""")
                .param("form", form == null ? null : form.name())
                .param("planned", fields.date("plannedOn", PLANNED, current.plannedOn()))
                .param("held", fields.date("heldOn", HELD, current.heldOn()))
                .param("participants", fields.integer("participants", PARTICIPANTS, 1, 100_000, current.participants()))
                .param("summary", fields.line("summary", SUMMARY, 200, current.summary()))
                .param("id", submissionId)
                .update();
        fields.nothingElse();
    }

    private static @Nullable SessionForm form(@Nullable String label) {
        if (label == null) {
            return null;
        }
        return SessionForm.labelled(label)
                .orElseThrow(() -> Refusal.invalid(
                        "学习形式“%s”不在可选范围内（中心组学习、座谈会、报告会、自学）。".formatted(label),
                        "Unknown form of session '%s'.".formatted(label)));
    }

    /**
     * Requires that a session is scheduled.
     *
     * @throws Refusal naming what is missing
     */
    public void requireScheduled(long submissionId) {
        StudySession session = get(submissionId);
        required(session.form(), FORM);
        required(session.plannedOn(), PLANNED);
    }

    /**
     * Requires that a session was held and recorded.
     *
     * @return the number of people who took part
     * @throws Refusal naming what is missing, or if the day lies in the future
     */
    public int requireHeld(long submissionId) {
        StudySession session = get(submissionId);
        required(session.form(), FORM);
        LocalDate held = required(session.heldOn(), HELD);
        if (held.isAfter(LocalDate.now(clock))) {
            throw Refusal.invalid(
                    "举行日期 %s 还没有到，活动举行后再提交。".formatted(held), "The session lies in the future; record it once held.");
        }
        required(session.summary(), SUMMARY);
        return required(session.participants(), PARTICIPANTS);
    }
}
