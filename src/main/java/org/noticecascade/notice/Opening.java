package org.noticecascade.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.noticecascade.CurrentUser;
import org.springframework.stereotype.Component;

/** Who opens a draft and when. */
@Component
class Opening {
    private final CurrentUser user;
    private final Clock clock;

    Opening(CurrentUser user, Clock clock) {
        this.user = user;
        this.clock = clock;
    }

    String userId() {
        return user.id();
    }

    OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
