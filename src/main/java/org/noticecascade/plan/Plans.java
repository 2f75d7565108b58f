package org.noticecascade.plan;

import static org.noticecascade.notice.Fields.required;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.noticecascade.Refusal;
import org.noticecascade.notice.Fields;
import org.noticecascade.notice.Submission.Kind;
import org.noticecascade.notice.Work;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The contents of plans. */
@Repository
public class Plans implements Work {
    static final int LONGEST_MEASURES = 20_000;
    private static final String MEASURES = "工作措施";
    private static final String RESPONSIBLE = "责任人";
    private static final String STARTS = "开始日期";
    private static final String ENDS = "完成日期";

    private final JdbcClient jdbc;

    Plans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Kind kind() {
        return Kind.PLAN;
    }

    @Override
    public void insert(long submissionId) {
        jdbc.sql("insert into plan (submission_id) values (:id)")
                .param("id", submissionId)
                .update();
    }

    @Override
    public void copy(long from, long to) {
        jdbc.sql("""
                        insert into plan (submission_id, measures, responsible, starts_on, ends_on)
                        select cast(:to as bigint), measures, responsible, starts_on, ends_on
                          from plan where submission_id = :from""").param("to", to).param("from", from).update();
    }

    /** The plan of one version. */
    public Plan get(long submissionId) {
        return jdbc.sql("select * from plan where submission_id = :id")
                .param("id", submissionId)
                .query((row, number) -> new Plan(
                        row.getString("measures"),
                        row.getString("responsible"),
                        row.getObject("starts_on", LocalDate.class),
                        row.getObject("ends_on", LocalDate.class)))
                .single();
    }

    @Override
    public Map<String, Object> read(long submissionId) {
        Plan plan = get(submissionId);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("measures", plan.measures());
        fields.put("responsible", plan.responsible());
        fields.put("startsOn", plan.startsOn());
        fields.put("endsOn", plan.endsOn());
        return fields;
    }

    @Override
    public void save(long submissionId, Map<String, Object> sent) {
        Plan current = get(submissionId);
        Fields fields = new Fields(sent);
        Plan plan = new Plan(
                fields.text("measures", MEASURES, LONGEST_MEASURES, current.measures()),
                fields.line("responsible", RESPONSIBLE, 500, current.responsible()),
                fields.date("startsOn", STARTS, current.startsOn()),
                fields.date("endsOn", ENDS, current.endsOn()));
        fields.nothingElse();
        jdbc.sql("""
                        update plan set measures = :measures, responsible = :responsible, starts_on = :starts,
                               ends_on = :ends where submission_id = :id""")
                .param("measures", plan.measures())
                .param("responsible", plan.responsible())
                .param("starts", plan.startsOn())
                .param("ends", plan.endsOn())
                .param("id", submissionId)
                .update();
    }

    /**
     * Requires that a plan can be handed in.
     *
     * @throws Refusal naming what is missing
     */
    public void requireComplete(long submissionId) {
        Plan plan = get(submissionId);
        required(plan.measures(), MEASURES);
        required(plan.responsible(), RESPONSIBLE);
        LocalDate starts = required(plan.startsOn(), STARTS);
        LocalDate ends = required(plan.endsOn(), ENDS);
        if (ends.isBefore(starts)) {
            throw Refusal.invalid("完成日期 %s 早于开始日期 %s，请更正。".formatted(ends, starts), "The plan ends before it starts.");
        }
    }
}
