package org.noticecascade.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.noticecascade.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what a card shows by one statement, as each task of each unit is given one. */
@Repository
public class Cards {
    static final String CARD = """
            select n.document_number, n.title, n.urgency, a.due_date, u.name
              from notice n
              left join assignment a on a.unit_code = :unit and a.notice_id = :notice
              left join unit u on u.code = a.unit_code and a.depth > 0
             where n.id = :notice""";

    private final JdbcClient jdbc;

    Cards(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The card of a unit's next task; without name and due date while the unit has no part, as in a draft.
     *
     * @throws Refusal if there is no such notice
     */
    public Card of(long noticeId, String unitCode) {
        return jdbc.sql(CARD)
                .param("notice", noticeId)
                .param("unit", unitCode)
                .query(Cards::card)
                .optional()
                .orElseThrow(() -> Notices.unknown(noticeId));
    }

    private static Card card(ResultSet row, int number) throws SQLException {
        @Nullable String documentNumber = row.getString("document_number");
        return new Card(
                Notice.caption(documentNumber, row.getString("title")),
                documentNumber,
                Urgency.valueOf(row.getString("urgency")),
                row.getString("name"),
                row.getObject("due_date", LocalDate.class));
    }
}
