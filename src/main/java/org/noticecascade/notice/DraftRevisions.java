package org.noticecascade.notice;

import org.jspecify.annotations.Nullable;
import org.noticecascade.CurrentUser;
import org.noticecascade.Refusal;
import org.noticecascade.directory.People;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts the changes of a draft, so that nobody overwrites what a colleague has changed meanwhile without having read
 * it. Whoever changed it last goes on without saying what they read: a save that was called off may have arrived.
 */
@Repository
public class DraftRevisions {
    private final JdbcClient jdbc;
    private final CurrentUser user;
    private final People people;

    DraftRevisions(JdbcClient jdbc, CurrentUser user, People people) {
        this.jdbc = jdbc;
        this.user = user;
        this.people = people;
    }

    private record Last(int revision, @Nullable String editor) {}

    /**
     * Counts a change to a draft that the caller has locked.
     *
     * @param read the revision that was read before; {@code null} where a client does not say
     * @return the new revision
     * @throws Refusal if somebody else has changed the draft since
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int change(Submission draft, @Nullable Integer read) {
        Last last = last(draft);
        String editor = last.editor();
        boolean informed = read != null && read == last.revision();
        if (editor != null && !editor.equals(user.id()) && !informed) {
            String name = people.nameOf(editor);
            throw Refusal.conflict(
                    "%s已更改过这份草稿，您的修改没有保存。请刷新后在最新内容上修改；调用接口时请在 revision 中写明读到的版次。".formatted(name),
                    "%s has changed this draft meanwhile; nothing was saved. Read it again, and say in revision what you read (now %d)."
                            .formatted(name, last.revision()));
        }
        jdbc.sql("update submission set revision = revision + 1, edited_by = :user where id = :id")
                .param("user", user.id())
                .param("id", draft.id())
                .update();
        return last.revision() + 1;
    }

    private Last last(Submission version) {
        return jdbc.sql("select revision, edited_by from submission where id = :id")
                .param("id", version.id())
                .query((row, number) -> new Last(row.getInt("revision"), row.getString("edited_by")))
                .single();
    }
}
