package org.noticecascade.deadline.process;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.noticecascade.directory.People;
import org.noticecascade.directory.Person;
import org.noticecascade.directory.Units;
import org.noticecascade.notice.Notice;
import org.noticecascade.notice.NoticeVersions;
import org.noticecascade.notice.NoticeVersions.NoticeVersion;
import org.noticecascade.notice.Notices;
import org.noticecascade.notice.Submission;
import org.noticecascade.notice.Submissions;
import org.springframework.stereotype.Component;

/** What was returned, as it stands now, and who did it. */
@Component
class ReturnedWork {
    private final Submissions submissions;
    private final Notices notices;
    private final NoticeVersions versions;
    private final People people;
    private final Units units;

    ReturnedWork(Submissions submissions, Notices notices, NoticeVersions versions, People people, Units units) {
        this.submissions = submissions;
        this.notices = notices;
        this.versions = versions;
        this.people = people;
        this.units = units;
    }

    Submission submission(long id) {
        return submissions.get(id);
    }

    Optional<Submission> newest(Submission of) {
        return submissions.current(of.assignmentId(), of.kind());
    }

    Notice notice(long id) {
        return notices.get(id);
    }

    Optional<NoticeVersion> lastVersion(long noticeId) {
        return versions.of(noticeId).stream().findFirst();
    }

    /** Name and unit, since it may be the reader's own lead or the superior. */
    String nameOf(@Nullable String userId, Person reader) {
        if (userId == null) {
            return "";
        }
        String pattern = "en".equals(reader.language()) ? "%s (%s)" : "%s（%s）";
        return people.find(userId)
                .map(person -> pattern.formatted(
                        person.name(), units.get(person.unitCode()).name()))
                .orElse(userId);
    }
}
