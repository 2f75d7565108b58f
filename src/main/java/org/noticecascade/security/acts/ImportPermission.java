package org.noticecascade.security.acts;

import org.noticecascade.CurrentUser;
import org.noticecascade.Refusal;
import org.noticecascade.directory.ImportDuty;
import org.noticecascade.ledger.Act;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An import makes accounts, groups and memberships of all units. So it is for those who administer users; and a second
 * administrator confirms the file, by its hash, where that is set. A dry run needs nobody's confirmation.
 */
@Component
class ImportPermission implements ImportDuty {
    private final AdministratorGroups administrators;
    private final DutyProperties duty;
    private final PendingActs pending;
    private final CurrentUser user;
    private final TransactionTemplate transaction;

    ImportPermission(
            AdministratorGroups administrators,
            DutyProperties duty,
            PendingActs pending,
            CurrentUser user,
            TransactionTemplate transaction) {
        this.administrators = administrators;
        this.duty = duty;
        this.pending = pending;
        this.user = user;
        this.transaction = transaction;
    }

    @Override
    public void require() {
        if (administrators.administerUsers(user.groups())) {
            return;
        }
        if (user.isAdministrator()) {
            throw Refusal.forbidden(
                    "单位和人员由用户管理员（%s）导入，系统管理员不能导入。请联系用户管理员。".formatted(AdministratorGroups.USERS),
                    "Units and persons are imported by %s only. Ask one of them.".formatted(AdministratorGroups.USERS));
        }
        throw Refusal.forbidden(
                "只有管理员可以导入单位和人员。请联系系统管理员。", "Only administrators may import units and persons. Ask an administrator.");
    }

    @Override
    public void requireConfirmed(String fileName, byte[] bytes) {
        if (!duty.secondAdministrator()) {
            return;
        }
        String what = "Import{bytes=%d, file=%s, sha256=%s}"
                .formatted(bytes.length, WholeCommand.text(fileName), WholeCommand.hash(bytes));
        try {
            transaction.executeWithoutResult(status ->
                    pending.require(new Asked(user.id(), Act.DIRECTORY_IMPORTED, "file=" + fileName, what, null)));
        } catch (NotConfirmed notYet) {
            throw pending.ask(notYet.asked());
        }
    }
}
