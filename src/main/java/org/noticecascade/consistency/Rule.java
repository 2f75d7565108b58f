package org.noticecascade.consistency;

/**
 * One check: a query that gives a row for each difference, with the columns {@code assignment_id, notice_id, unit_code,
 * subject, found, expected}. It reads in one statement, so that it never sees half of somebody's act.
 *
 * @param paged whether it looks at the assignments behind {@code :after} up to {@code :last} only
 */
record Rule(Kind kind, boolean paged, String sql) {
    /** An assignment {@code a} on the page. */
    static final String PAGE = "a.id > :after and a.id <= :last";

    static final String OPEN = " not in ('DELIVERED', 'MISSED', 'WAIVED')";

    /** Top-level processes {@code x} of units with their definition {@code d}. */
    static final String UNIT_PROCESSES = """
            act_ru_execution x join act_re_procdef d on d.id_ = x.proc_def_id_
                   and d.key_ in ('provincial-plan', 'local-study-session')
             where x.parent_id_ is null and x.super_exec_ is null""";

    static Rule paged(Kind kind, String sql) {
        return new Rule(kind, true, sql);
    }

    static Rule whole(Kind kind, String sql) {
        return new Rule(kind, false, sql);
    }

    /** The beginning of most queries, over an assignment {@code a}. */
    static String select(String subject, String found, String expected) {
        return """
                select a.id as assignment_id, a.notice_id as notice_id, a.unit_code as unit_code,
                       cast(%s as varchar) as subject, cast(%s as varchar) as found, cast(%s as varchar) as expected
                """.formatted(subject, found, expected);
    }

    /** Condition: the engine is still working through a batch of that type. */
    static String batchUnderWay(String type) {
        return """
                exists (select 1 from act_ru_batch b join act_ru_job j on j.job_def_id_ in (b.seed_job_def_id_, b.batch_job_def_id_)
                         where b.type_ = '%s' and j.retries_ > 0)""".formatted(type);
    }
}
