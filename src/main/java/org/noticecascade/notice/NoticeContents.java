package org.noticecascade.notice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.noticecascade.PlainText;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sections, requirements, sources and remarks of notices. */
@Repository
public class NoticeContents {
    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    NoticeContents(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    void insert(long noticeId, NoticeContent content) {
        List<SqlParameterSource> sources = new ArrayList<>();
        content.sources()
                .forEach((field, source) -> sources.add(row(noticeId)
                        .addValue("field", field)
                        .addValue("line", source.line())
                        .addValue("quote", PlainText.clipped(source.quote(), 2000))));
        insert("insert into notice_source values (:notice, :field, :line, :quote)", sources);

        List<SqlParameterSource> remarks = new ArrayList<>();
        for (NoticeContent.Remark remark : content.remarks()) {
            remarks.add(row(noticeId)
                    .addValue("position", remarks.size())
                    .addValue("line", remark.line())
                    .addValue("remark", PlainText.clipped(remark.remark(), 2000)));
        }
        insert("insert into notice_remark values (:notice, :position, :line, :remark)", remarks);

        List<SqlParameterSource> sections = new ArrayList<>();
        for (NoticeContent.Section section : content.sections()) {
            sections.add(row(noticeId)
                    .addValue("position", sections.size())
                    .addValue("depth", section.depth())
                    .addValue("numbering", PlainText.clipped(section.numbering(), 20))
                    .addValue("heading", PlainText.clipped(section.heading(), 1000))
                    .addValue("content", section.content())
                    .addValue("line", section.line()));
        }
        insert(
                "insert into notice_section values (:notice, :position, :depth, :numbering, :heading, :content, :line)",
                sections);
        insertRequirements(noticeId, content.requirements());
    }

    void insertRequirements(long noticeId, List<NoticeContent.Requirement> requirements) {
        List<SqlParameterSource> rows = new ArrayList<>();
        for (NoticeContent.Requirement requirement : requirements) {
            rows.add(row(noticeId)
                    .addValue("position", requirement.position())
                    .addValue("path", PlainText.clipped(requirement.sectionPath(), 200))
                    .addValue("content", requirement.content())
                    .addValue("why", PlainText.clipped(requirement.why(), 500))
                    .addValue("line", requirement.line())
                    .addValue(
                            "deadline",
                            requirement.deadline() == null ? null : PlainText.clipped(requirement.deadline(), 200))
                    .addValue("due", requirement.dueDate())
                    .addValue("selected", requirement.selected()));
        }
        insert("""
                insert into notice_requirement
                values (:notice, :position, :path, :content, :why, :line, :deadline, :due, :selected)""", rows);
    }

    void select(long noticeId, int position, boolean selected, @Nullable LocalDate dueDate) {
        jdbc.sql("""
                        update notice_requirement set selected = :selected, due_date = :due
                         where notice_id = :notice and position = :position""")
                .param("selected", selected)
                .param("due", dueDate)
                .param("notice", noticeId)
                .param("position", position)
                .update();
    }

    void removeRequirement(long noticeId, int position) {
        jdbc.sql("delete from notice_requirement where notice_id = :notice and position = :position")
                .param("notice", noticeId)
                .param("position", position)
                .update();
    }

    /** Everything the reader found, in the order of the text, and what a person added. */
    public NoticeContent of(long noticeId) {
        Map<String, NoticeContent.Source> sources = new LinkedHashMap<>();
        jdbc.sql("select field, line, quote from notice_source where notice_id = :id order by line")
                .param("id", noticeId)
                .query((row, number) ->
                        sources.put(row.getString(1), new NoticeContent.Source(row.getInt(2), row.getString(3))))
                .list();
        return new NoticeContent(
                sources,
                jdbc.sql("select line, remark from notice_remark where notice_id = :id order by position")
                        .param("id", noticeId)
                        .query((row, number) ->
                                new NoticeContent.Remark(row.getObject(1, Integer.class), row.getString(2)))
                        .list(),
                jdbc.sql("select * from notice_section where notice_id = :id order by position")
                        .param("id", noticeId)
                        .query((row, number) -> new NoticeContent.Section(
                                row.getInt("depth"),
                                row.getString("numbering"),
                                row.getString("heading"),
                                row.getString("content"),
                                row.getInt("line")))
                        .list(),
                requirementsOf(noticeId));
    }

    List<NoticeContent.Requirement> requirementsOf(long noticeId) {
        return jdbc.sql("select * from notice_requirement where notice_id = :id order by position")
                .param("id", noticeId)
                .query((row, number) -> new NoticeContent.Requirement(
                        row.getInt("position"),
                        row.getString("section_path"),
                        row.getString("content"),
                        row.getString("why"),
                        row.getInt("line"),
                        row.getString("deadline"),
                        row.getObject("due_date", LocalDate.class),
                        row.getBoolean("selected")))
                .list();
    }

    private void insert(String sql, List<SqlParameterSource> rows) {
        batch.batchUpdate(sql, rows.toArray(SqlParameterSource[]::new));
    }

    private static MapSqlParameterSource row(long noticeId) {
        return new MapSqlParameterSource("notice", noticeId);
    }
}
