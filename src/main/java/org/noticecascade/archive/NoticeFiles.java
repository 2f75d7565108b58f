package org.noticecascade.archive;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.noticecascade.notice.Addressing;
import org.noticecascade.notice.Attachment;
import org.noticecascade.notice.Attachments;
import org.noticecascade.notice.Notice;
import org.noticecascade.notice.NoticeArchive;
import org.noticecascade.notice.Notices;
import org.springframework.stereotype.Component;

/** The notice itself: its text, what was read in it, each version sent for signature, and the files. */
@Component
class NoticeFiles {
    private final Notices notices;
    private final NoticeArchive archive;
    private final Addressing addressing;
    private final Attachments attachments;

    NoticeFiles(Notices notices, NoticeArchive archive, Addressing addressing, Attachments attachments) {
        this.notices = notices;
        this.archive = archive;
        this.addressing = addressing;
        this.attachments = attachments;
    }

    void write(Notice notice, ArchiveWriter out) throws IOException {
        long id = notice.id();
        List<Attachment> files = archive.attachmentsOf(id);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("notice", notice);
        json.put("content", archive.contentOf(id));
        json.put("addressees", addressing.addresseesOf(id));
        json.put("dues", addressing.duesOf(id));
        json.put("versions", archive.versionsOf(id));
        json.put("attachments", files);
        out.addJson("notice/notice.json", json);
        out.addText("notice/notice.txt", notices.bodyOf(id));
        for (Attachment file : files) {
            out.add(path(file), stream -> stream.write(attachments.contentOf(file.id())));
        }
    }

    private static String path(Attachment file) {
        return "notice/attachments/" + SafeName.of(file.id(), file.fileName());
    }

    /** The notice for the first page. */
    String html(Notice notice) {
        StringBuilder html = new StringBuilder("<dl>\n");
        html.append(Html.term("发文字号", notice.documentNumber()))
                .append(Html.term("发文机关", notice.issuer()))
                .append(Html.term("主送机关", notice.addressees()))
                .append(Html.term("成文日期", notice.issueDate()))
                .append(Html.term("状态", notice.status().label()))
                .append(Html.term("印发时间", Html.moment(notice.issuedAt())))
                .append(Html.term("审定时间", Html.moment(notice.closedAt())))
                .append("</dl>\n<ul>\n<li>")
                .append(Html.link("notice/notice.txt", "通知正文"))
                .append("</li>\n");
        for (Attachment file : archive.attachmentsOf(notice.id())) {
            html.append("<li>").append(Html.link(path(file), file.fileName())).append("</li>\n");
        }
        return html.append("</ul>\n").toString();
    }
}
