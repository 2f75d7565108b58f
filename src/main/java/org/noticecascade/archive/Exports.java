package org.noticecascade.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Semaphore;
import org.noticecascade.CurrentUser;
import org.noticecascade.Refusal;
import org.noticecascade.ledger.Act;
import org.noticecascade.ledger.Head;
import org.noticecascade.ledger.Ledger;
import org.noticecascade.notice.Notice;
import org.springframework.stereotype.Component;

/** Exports notices, few at a time, and notes each in the ledger with the hash of its manifest. */
@Component
public class Exports {
    private static final int AT_ONCE = 2;
    private static final int LONGEST_NAME = 60;

    private final NoticeExport export;
    private final LedgerEnds ends;
    private final Ledger ledger;
    private final CurrentUser user;
    private final Clock clock;
    private final Semaphore places = new Semaphore(AT_ONCE);

    Exports(NoticeExport export, LedgerEnds ends, Ledger ledger, CurrentUser user, Clock clock) {
        this.export = export;
        this.ends = ends;
        this.ledger = ledger;
        this.user = user;
        this.clock = clock;
    }

    /** Gives the stream once the export may begin, so that a refusal is still an answer of its own. */
    public interface Target {
        OutputStream open() throws IOException;
    }

    /**
     * Writes the notice's archive.
     *
     * @throws Refusal if too many are being written already; nothing was opened then
     * @throws IOException if the receiver went away
     */
    public void write(Notice notice, Target target) throws IOException {
        if (!places.tryAcquire()) {
            throw Refusal.conflict(
                    "正在导出 %d 份档案包，请稍后再试。".formatted(AT_ONCE),
                    "%d archives are being exported. Try again later.".formatted(AT_ONCE));
        }
        String outcome = "未导出完";
        try {
            Head head = ends.sealed();
            outcome = "清单 SHA-256 " + export.write(notice, head, user.id(), target.open());
        } finally {
            places.release();
            ledger.onNotice(notice.id(), Act.NOTICE_EXPORTED, null, outcome);
        }
    }

    /** For example {@code 通知档案-国市监信〔2026〕1号-2026-03-04.zip}; nothing in it that a file system minds. */
    public String fileName(Notice notice) {
        String number = notice.documentNumber() == null ? String.valueOf(notice.id()) : notice.documentNumber();
        String safe = number.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}\\p{Cf}\\s]+", "_");
        return "通知档案-%s-%s.zip"
                .formatted(safe.substring(0, Math.min(LONGEST_NAME, safe.length())), LocalDate.now(clock));
    }
}
