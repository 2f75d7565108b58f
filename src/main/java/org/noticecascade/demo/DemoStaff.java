package org.noticecascade.demo;

import org.noticecascade.CurrentUser;
import org.noticecascade.Refusal;
import org.noticecascade.directory.Role;
import org.noticecascade.directory.Units;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Whom the demo's pages are for: staff of headquarters and administrators. */
@Component
@Profile("demo")
class DemoStaff {
    private final Units units;
    private final CurrentUser user;

    DemoStaff(Units units, CurrentUser user) {
        this.units = units;
        this.user = user;
    }

    /**
     * @param page what is refused, as it is called in Chinese and in English
     * @throws Refusal for anybody else
     */
    void require(String page, String pageEn) {
        boolean staff =
                user.groups().contains(Role.STAFF.groupOf(units.headquarters().code()));
        if (!staff && !user.isAdministrator()) {
            throw Refusal.forbidden(
                    page + "只供总局经办人和管理员使用。", pageEn + " is for staff of headquarters and administrators.");
        }
    }
}
