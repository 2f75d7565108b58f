package org.noticecascade.report;

import static org.noticecascade.notice.Fields.required;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.noticecascade.Refusal;
import org.noticecascade.notice.Fields;
import org.noticecascade.notice.Rollup;
import org.noticecascade.notice.Submission.Kind;
import org.noticecascade.notice.Work;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The contents of reports. */
@Repository
public class Reports implements Work {
    static final int LONGEST_CONTENT = 20_000;
    private static final int LONGEST_NOTE = 5_000;
    private static final int MOST = 100_000_000;
    private static final String CONTENT = "落实情况";
    private static final String GAPS = "缺报说明";

    private final JdbcClient jdbc;

    Reports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Kind kind() {
        return Kind.REPORT;
    }

    @Override
    public void insert(long submissionId) {
        jdbc.sql("insert into report (submission_id) values (:id)")
                .param("id", submissionId)
                .update();
    }

    @Override
    public void copy(long from, long to) {
        jdbc.sql("""
                        insert into report (submission_id, content, problems, units_total, units_reported,
                                            sessions_held, participants, gaps_declared)
                        select cast(:to as bigint), content, problems, units_total, units_reported,
                               sessions_held, participants, gaps_declared
                          from report where submission_id = :from""").param("to", to).param("from", from).update();
    }

    /** The report of one version. */
    public Report get(long submissionId) {
        return jdbc.sql("select * from report where submission_id = :id")
                .param("id", submissionId)
                .query((row, number) -> new Report(
                        row.getString("content"),
                        row.getString("problems"),
                        row.getObject("units_total", Integer.class),
                        row.getObject("units_reported", Integer.class),
                        row.getObject("sessions_held", Integer.class),
                        row.getObject("participants", Integer.class),
                        row.getString("gaps_declared")))
                .single();
    }

    @Override
    public Map<String, Object> read(long submissionId) {
        Report report = get(submissionId);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("content", report.content());
        fields.put("problems", report.problems());
        fields.put("unitsTotal", report.unitsTotal());
        fields.put("unitsReported", report.unitsReported());
        fields.put("sessionsHeld", report.sessionsHeld());
        fields.put("participants", report.participants());
        fields.put("gapsDeclared", report.gapsDeclared());
        return fields;
    }

    @Override
    public void save(long submissionId, Map<String, Object> sent) {
        Report current = get(submissionId);
        Fields fields = new Fields(sent);
        Report report = new Report(
                fields.text("content", CONTENT, LONGEST_CONTENT, current.content()),
                fields.text("problems", "问题和建议", LONGEST_NOTE, current.problems()),
                fields.integer("unitsTotal", "下级单位数", 0, MOST, current.unitsTotal()),
                fields.integer("unitsReported", "已报送单位数", 0, MOST, current.unitsReported()),
                fields.integer("sessionsHeld", "学习活动场次", 0, MOST, current.sessionsHeld()),
                fields.integer("participants", "参加人数", 0, MOST, current.participants()),
                fields.text("gapsDeclared", GAPS, LONGEST_NOTE, current.gapsDeclared()));
        fields.nothingElse();
        save(submissionId, report);
    }

    /** Fills the figures of a new draft in from the units below and from the unit's own session. */
    public void prefill(long submissionId, Rollup below, @Nullable Integer ownParticipants) {
        Report current = get(submissionId);
        save(
                submissionId,
                new Report(
                        current.content(),
                        current.problems(),
                        below.unitsTotal(),
                        below.reported(),
                        below.held() + (ownParticipants == null ? 0 : 1),
                        Math.toIntExact(below.participants()) + (ownParticipants == null ? 0 : ownParticipants),
                        current.gapsDeclared()));
    }

    private void save(long submissionId, Report report) {
        jdbc.sql("""
                        update report set content = :content, problems = :problems, units_total = :total,
                               units_reported = :reported, sessions_held = :sessions, participants = :participants,
                               gaps_declared = :gaps where submission_id = :id""")
                .param("content", report.content())
                .param("problems", report.problems())
                .param("total", report.unitsTotal())
                .param("reported", report.unitsReported())
                .param("sessions", report.sessionsHeld())
                .param("participants", report.participants())
                .param("gaps", report.gapsDeclared())
                .param("id", submissionId)
                .update();
    }

    /**
     * Requires that a report can be handed in.
     *
     * @param missing units below that have not reported; the national report has to declare them
     * @throws Refusal naming what is missing
     */
    public void requireComplete(long submissionId, long missing) {
        Report report = get(submissionId);
        required(report.content(), CONTENT);
        required(report.unitsTotal(), "下级单位数");
        required(report.unitsReported(), "已报送单位数");
        required(report.sessionsHeld(), "学习活动场次");
        required(report.participants(), "参加人数");
        if (missing > 0 && report.gapsDeclared() == null) {
            throw Refusal.invalid(
                    "还有 %d 个单位未报送，请在“缺报说明”中写明情况后再提交。".formatted(missing),
                    "%d units have not reported; declare the gaps first.".formatted(missing));
        }
    }
}
