package org.noticecascade.archive;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.noticecascade.directory.People;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Evidence;
import org.noticecascade.notice.EvidenceFile;
import org.noticecascade.notice.Submission;
import org.noticecascade.notice.Submission.Kind;
import org.noticecascade.notice.Submission.Status;
import org.noticecascade.notice.Submissions;
import org.springframework.stereotype.Component;

/** What units handed in, with names and files. Drafts, and what the own lead returned, stay the unit's own business. */
@Component
class Versions {
    private final Submissions submissions;
    private final Evidence evidence;
    private final People people;

    Versions(Submissions submissions, Evidence evidence, People people) {
        this.submissions = submissions;
        this.evidence = evidence;
        this.people = people;
    }

    /** Versions by assignment, oldest first; a unit that has handed in nothing is missing. */
    Map<Long, List<Submission>> of(List<Assignment> units) {
        Map<Long, List<Submission>> byUnit = new HashMap<>();
        submissions
                .handedIn(units.stream().map(Assignment::id).toList())
                .forEach(version -> byUnit.computeIfAbsent(version.assignmentId(), id -> new java.util.ArrayList<>())
                        .add(version));
        return byUnit;
    }

    /** Files of these versions, each file once for every version that has it. */
    List<EvidenceFile> filesOf(Assignment unit, List<Submission> versions) {
        return versions.stream().allMatch(version -> version.kind() == Kind.PLAN)
                ? List.of()
                : evidence.handedIn(unit.id()).stream()
                        .filter(file -> versions.stream().anyMatch(version -> has(version, file)))
                        .toList();
    }

    HandedIn view(Submission version, List<HandedIn.FileInArchive> files) {
        return new HandedIn(
                version.kind(),
                version.kind().label(),
                version.version(),
                version.status(),
                labelOf(version),
                version.submittedBy(),
                nameOf(version.submittedBy()),
                version.submittedAt(),
                version.approvedBy(),
                nameOf(version.approvedBy()),
                version.decidedBy(),
                nameOf(version.decidedBy()),
                version.decidedAt(),
                version.returnReason(),
                submissions.work(version.kind()).read(version.id()),
                files);
    }

    static boolean has(Submission version, EvidenceFile file) {
        return file.kind() == version.kind() && file.version() == version.version();
    }

    /** A session ends with its own lead's confirmation; no superior decides on it. */
    private static String labelOf(Submission version) {
        boolean confirmed = version.kind() == Kind.SESSION && version.status() == Status.APPROVED;
        return confirmed ? "已确认" : version.status().label();
    }

    private @Nullable String nameOf(@Nullable String userId) {
        return userId == null ? null : people.nameOf(userId);
    }
}
