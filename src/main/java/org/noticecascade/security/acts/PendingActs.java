package org.noticecascade.security.acts;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import org.noticecascade.CurrentUser;
import org.noticecascade.Page;
import org.noticecascade.Refusal;
import org.noticecascade.ledger.Act;
import org.noticecascade.ledger.Ledger;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Acts that wait for a second administrator. Nothing is kept that could be run: who asked does the act again after it was
 * confirmed, and it passes once if it is the same to the last field. Each step is in the ledger.
 */
@Service
public class PendingActs {
    /** What one person may have waiting. */
    static final int MOST = 100;

    private final PendingRows rows;
    private final Ledger ledger;
    private final Clock clock;
    private final Duration within;
    private final CurrentUser user;
    private final AdministratorGroups administrators;
    private final TransactionTemplate present;
    private final TransactionTemplate ofItsOwn;

    PendingActs(
            PendingRows rows,
            Ledger ledger,
            Clock clock,
            DutyProperties duty,
            CurrentUser user,
            AdministratorGroups administrators,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.ledger = ledger;
        this.clock = clock;
        this.within = duty.confirmationWithin();
        this.user = user;
        this.administrators = administrators;
        this.present = new TransactionTemplate(transactions);
        this.ofItsOwn = new TransactionTemplate(transactions);
        ofItsOwn.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Goes on if somebody has confirmed exactly this, and uses that up in the present transaction, with the act.
     *
     * @throws NotConfirmed if nobody has yet
     */
    void require(Asked asked) {
        OffsetDateTime now = now();
        Optional<PendingAct> known = rows.find(asked, now);
        if (known.filter(act -> act.confirmedBy() != null).isEmpty() || !used(known.get(), now)) {
            throw new NotConfirmed(asked);
        }
    }

    /** Puts it into the list, unless it is there, and returns what to tell who wants to do it. */
    Refusal ask(Asked asked) {
        try {
            return refusal(waiting(asked, now()));
        } catch (Refusal tooMany) {
            return tooMany;
        }
    }

    private boolean used(PendingAct act, OffsetDateTime now) {
        return Boolean.TRUE.equals(present.execute(status -> {
            boolean used = rows.use(act.id(), now);
            if (used) {
                ledger.onAdministration(act.actor(), Act.CONFIRMATION_USED, target(act), null, step(act));
            }
            return used;
        }));
    }

    private PendingAct waiting(Asked asked, OffsetDateTime now) {
        try {
            PendingAct waiting = ofItsOwn.execute(status -> note(asked, now));
            return Objects.requireNonNull(waiting);
        } catch (DuplicateKeyException askedInTheSameMoment) {
            return rows.find(asked, now).orElseThrow(() -> askedInTheSameMoment);
        }
    }

    private PendingAct note(Asked asked, OffsetDateTime now) {
        rows.removeExpired(now);
        Optional<PendingAct> known = rows.find(asked, now);
        if (known.isPresent()) {
            return known.get();
        }
        if (rows.countOf(asked.actor()) >= MOST) {
            throw Refusal.conflict(
                    "您已有 %d 项操作等待确认，未再登记。请先撤回不需要的。".formatted(MOST),
                    "%d acts of yours wait already. Take back those you do not need.".formatted(MOST));
        }
        rows.insert(asked, now, now.plus(within));
        PendingAct act = rows.find(asked, now).orElseThrow();
        ledger.onAdministration(act.actor(), Act.CONFIRMATION_ASKED, target(act), asked.present(), asked.what());
        return act;
    }

    /** Those that have not expired, the oldest first. */
    public Page<PendingAct> list(int page, int size) {
        requireAdministrator();
        int offset = Page.offset(page, size);
        OffsetDateTime now = now();
        return new Page<>(rows.all(now, offset, size), rows.count(now), page, size);
    }

    /** Lets who asked do it, once. */
    @Transactional
    public void confirm(long id) {
        requireAdministrator();
        PendingAct act = find(id);
        if (act.actor().equalsIgnoreCase(user.id())) {
            throw Refusal.forbidden(
                    "不能确认自己的操作，请由另一位管理员确认。", "You cannot confirm what you asked for. Ask another administrator.");
        }
        if (!rows.confirm(id, user.id(), now())) {
            throw Refusal.conflict("该操作已经确认过，无需再次确认。", "It has been confirmed already.");
        }
        ledger.onAdministration(user.id(), Act.CONFIRMATION_GIVEN, target(act), null, step(act));
    }

    /** Takes it off the list, confirmed or not: another administrator's refusal, or who asked takes it back. */
    @Transactional
    public void refuse(long id) {
        requireAdministrator();
        PendingAct act = find(id);
        if (rows.remove(id)) {
            ledger.onAdministration(user.id(), Act.CONFIRMATION_REFUSED, target(act), null, step(act));
        }
    }

    private PendingAct find(long id) {
        return rows.find(id, now())
                .orElseThrow(() -> Refusal.notFound(
                        "没有这项待确认的操作：已执行、已撤回或已过期。请刷新列表。",
                        "There is no such act waiting: it was done, taken back or has expired. Refresh the list."));
    }

    private void requireAdministrator() {
        if (!administrators.administer(user.groups())) {
            throw Refusal.forbidden(
                    "只有管理员可以查看和确认待确认的操作。", "Only administrators see and confirm what waits for a second one.");
        }
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private static String target(PendingAct act) {
        return "pending=%d %s".formatted(act.id(), act.target());
    }

    private static String step(PendingAct act) {
        return "act=%s, askedBy=%s%s: %s"
                .formatted(
                        act.act().name(),
                        act.actor(),
                        act.confirmedBy() == null ? "" : ", confirmedBy=" + act.confirmedBy(),
                        act.what());
    }

    private static Refusal refusal(PendingAct act) {
        return Refusal.conflict(
                "“%s”须由另一位管理员确认，尚未执行。已登记为待确认事项 %d，请另一位管理员在 %s 前确认，然后由您再办理一次。"
                        .formatted(act.label(), act.id(), act.expiresAt().toString()),
                "Another administrator has to confirm this; nothing was done yet. It waits as number %d until %s. When it"
                                .formatted(act.id(), act.expiresAt())
                        + " is confirmed, do the same again.");
    }
}
