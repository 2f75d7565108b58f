package org.noticecascade.notice;

import org.jspecify.annotations.Nullable;
import org.noticecascade.CurrentUser;
import org.noticecascade.Refusal;
import org.noticecascade.directory.People;
import org.noticecascade.directory.Person;
import org.noticecascade.directory.Role;
import org.springframework.stereotype.Component;

/**
 * Whoever handed something in does not approve it as the lead's deputy. A lead by their own role may: a small unit has
 * one person for both.
 */
@Component
public class FourEyes {
    private final CurrentUser user;
    private final People people;

    FourEyes(CurrentUser user, People people) {
        this.user = user;
        this.people = people;
    }

    /**
     * Goes on if the current user may approve.
     *
     * @param handedInBy who handed in what is to be approved
     * @throws Refusal if that was the current user, who is no lead
     */
    public void require(@Nullable String handedInBy) {
        if (user.id().equals(handedInBy) && !isLead()) {
            throw Refusal.forbidden(
                    "这份材料由您本人提交，您不能再以代理人身份代负责人审批。请退回领取，由负责人或另一位代理人审批。",
                    "You handed this in yourself and cannot approve it as the lead's deputy. Give the task back; the"
                            + " lead or another deputy has to decide.");
        }
    }

    private boolean isLead() {
        return people.find(user.id())
                .filter(Person::active)
                .filter(person -> person.roles().contains(Role.LEAD))
                .isPresent();
    }
}
