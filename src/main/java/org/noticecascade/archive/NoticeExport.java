package org.noticecascade.archive;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.noticecascade.ledger.Head;
import org.noticecascade.notice.Notice;
import org.springframework.stereotype.Component;

/** Writes a notice's archive to a stream while it reads the database, page by page. */
@Component
class NoticeExport {
    private final NoticeFiles notices;
    private final UnitTree units;
    private final LedgerFiles ledger;
    private final ObjectMapper json;
    private final Clock clock;

    NoticeExport(NoticeFiles notices, UnitTree units, LedgerFiles ledger, ObjectMapper json, Clock clock) {
        this.notices = notices;
        this.units = units;
        this.ledger = ledger;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Writes everything; leaves the stream open.
     *
     * @param head how far the ledger is sealed; later entries are left out
     * @param exportedBy user id
     * @return SHA-256 of the manifest
     */
    String write(Notice notice, Head head, String exportedBy, OutputStream out) throws IOException {
        OffsetDateTime at = OffsetDateTime.now(clock);
        try (ArchiveWriter archive = new ArchiveWriter(out, json, clock)) {
            archive.addText("README.txt", Readme.of(notice, head, at));
            notices.write(notice, archive);
            String list = units.write(notice, archive);
            LedgerFiles.Extent extent = ledger.write(notice.id(), head, archive);
            archive.addText("index.html", page(notice, head, at, list));
            Map<String, Object> about = new LinkedHashMap<>();
            about.put("noticeId", notice.id());
            about.put("documentNumber", notice.documentNumber());
            about.put("title", notice.title());
            about.put("status", notice.status());
            about.put("exportedAt", at);
            about.put("exportedBy", exportedBy);
            about.put("ledgerHead", head);
            about.put("ledgerBefore", new Head(extent.position(), extent.hash()));
            about.put("ledgerEntries", extent.entries());
            return archive.finish(about);
        }
    }

    private String page(Notice notice, Head head, OffsetDateTime at, String list) {
        return Html.begin(notice.caption())
                + notices.html(notice)
                + "<h2>各单位报送情况</h2>\n"
                + list
                + "<h2>台账</h2>\n<dl>\n"
                + Html.term("导出时间", Html.moment(at))
                + Html.term("链首", head)
                + "</dl>\n<p>"
                + Html.link(LedgerFiles.ENTRIES, "本通知的台账记录")
                + "　"
                + Html.link("README.txt", "如何核对本档案包")
                + "</p>\n"
                + Html.END;
    }
}
