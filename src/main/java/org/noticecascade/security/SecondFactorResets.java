package org.noticecascade.security;

import org.noticecascade.CurrentUser;
import org.noticecascade.Refusal;
import org.noticecascade.ledger.Act;
import org.noticecascade.ledger.Ledger;
import org.noticecascade.security.acts.AdministratorGroups;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An administrator's help for somebody whose phone is lost: the next sign-in sets up a new second factor. */
@Service
public class SecondFactorResets {
    private final SecondFactorRows rows;
    private final CodeGuesses guesses;
    private final UserSessions sessions;
    private final Ledger ledger;
    private final CurrentUser administrator;
    private final AdministratorGroups groups;

    SecondFactorResets(
            SecondFactorRows rows,
            CodeGuesses guesses,
            UserSessions sessions,
            Ledger ledger,
            CurrentUser administrator,
            AdministratorGroups groups) {
        this.rows = rows;
        this.guesses = guesses;
        this.sessions = sessions;
        this.ledger = ledger;
        this.administrator = administrator;
        this.groups = groups;
    }

    /** Forgets the secret and ends the person's sessions. */
    @Transactional
    public void reset(String user) {
        if (!groups.administerUsers(administrator.groups())) {
            throw Refusal.forbidden(
                    "只有管理用户的管理员可以重置动态验证码。请联系管理员。",
                    "Only an administrator of users resets a second factor. Ask one to do it.");
        }
        if (administrator.id().equals(user)) {
            throw Refusal.conflict(
                    "不能重置自己的动态验证码，请由另一位管理员重置。",
                    "You cannot reset your own second factor: a session left open would be enough to replace it. Ask another"
                            + " administrator.");
        }
        if (!rows.remove(user)) {
            throw Refusal.notFound("该用户没有设置动态验证码，无需重置。", "This user has set up no second factor; nothing to reset.");
        }
        guesses.forgive(user);
        sessions.endAllOf(user);
        ledger.onAdministration(administrator.id(), Act.SECOND_FACTOR_RESET, user, null, null);
    }
}
