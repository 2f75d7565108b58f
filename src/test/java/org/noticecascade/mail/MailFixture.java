package org.noticecascade.mail;

import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A unit with persons, and everything as at the beginning. */
record MailFixture(JdbcClient jdbc, FakeSmtp smtp, SettableClock clock, Troubles troubles, List<SaidByTest> said) {

    void reset() {
        jdbc.sql("delete from mail_outbox").update();
        jdbc.sql("update mail_circuit set failures = 0, open_until = null, last_error = null")
                .update();
        jdbc.sql("delete from deputy").update();
        jdbc.sql("delete from person_role").update();
        jdbc.sql("delete from person").update();
        jdbc.sql("delete from unit").update();
        jdbc.sql("insert into unit (code, name, level) values ('000000', '总局', 'HQ'), ('440000', '广东省局', 'PROVINCE')")
                .update();
        said.forEach(SaidByTest::forget);
        troubles.opened.clear();
        troubles.closed.clear();
        smtp.reset();
        clock.morningOf(MailTestContext.DAY);
    }

    /** {@code u0}, {@code u1}... with addresses of the same name. */
    List<String> persons(int number) {
        List<String> users =
                IntStream.range(0, number).mapToObj(index -> "u" + index).toList();
        users.forEach(user -> person(user, user + "@example.org", "zh"));
        return users;
    }

    void person(String user, String email, String language) {
        jdbc.sql("insert into person (user_id, unit_code, name, email, language) values (?, '440000', ?, ?, ?)")
                .params(user, "演示" + user, email, language)
                .update();
    }

    long rows(Outbox.Status status) {
        return jdbc.sql("select count(*) from mail_outbox where status = ?")
                .param(status.name())
                .query(Long.class)
                .single();
    }
}
