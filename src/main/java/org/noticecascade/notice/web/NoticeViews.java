package org.noticecascade.notice.web;

import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.noticecascade.calendar.WorkingCalendar;
import org.noticecascade.directory.People;
import org.noticecascade.notice.Addressing;
import org.noticecascade.notice.Due;
import org.noticecascade.notice.Notice;
import org.noticecascade.notice.NoticeArchive;
import org.noticecascade.notice.NoticeContent;
import org.noticecascade.notice.Notices;
import org.springframework.stereotype.Component;

/** Puts a notice together for the screens. */
@Component
class NoticeViews {
    private final Notices notices;
    private final NoticeArchive archive;
    private final Addressing addressing;
    private final WorkingCalendar calendar;
    private final People people;

    NoticeViews(
            Notices notices, NoticeArchive archive, Addressing addressing, WorkingCalendar calendar, People people) {
        this.notices = notices;
        this.archive = archive;
        this.addressing = addressing;
        this.calendar = calendar;
        this.people = people;
    }

    NoticeView of(long id) {
        Notice notice = notices.get(id);
        NoticeContent content = archive.contentOf(id);
        return new NoticeView(
                id,
                notice.status(),
                notice.status().label(),
                notice.version(),
                notice.documentNumber(),
                notice.title(),
                notice.issuer(),
                notice.addressees(),
                notice.issueDate(),
                notice.contact(),
                notice.urgency(),
                notice.downTo(),
                content.sources(),
                content.remarks(),
                content.sections(),
                content.requirements(),
                addressing.addresseesOf(id),
                dues(addressing.duesOf(id)),
                archive.attachmentsOf(id),
                archive.versionsOf(id).stream()
                        .map(version -> version.named(people::nameOf))
                        .toList(),
                archive.rootOf(id));
    }

    List<NoticeView.DueView> dues(List<Due> dues) {
        return dues.stream()
                .map(due -> new NoticeView.DueView(
                        due.level(),
                        due.level().label(),
                        due.stage(),
                        due.stage().label(),
                        due.dueDate(),
                        due.dueDate().getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.CHINA),
                        calendar.days().isProvisional(due.dueDate())))
                .toList();
    }
}
