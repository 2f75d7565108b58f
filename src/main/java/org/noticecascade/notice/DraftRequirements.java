package org.noticecascade.notice;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.noticecascade.PlainText;
import org.noticecascade.Refusal;
import org.noticecascade.notice.Changes.RequirementChange;
import org.noticecascade.notice.NoticeContent.Requirement;
import org.springframework.stereotype.Component;

/** What a draft asks for: requirements that were read and get a tick and a date, and those a person adds. */
@Component
class DraftRequirements {
    private static final int LONGEST = 2000;

    /** By hand; what is read from a text has a limit of its own. */
    private static final int MOST = 100;

    private static final String PATH = "补充要求";
    private static final String WHY = "经办人补充，通知原文未单独列出";

    private final NoticeContents contents;

    DraftRequirements(NoticeContents contents) {
        this.contents = contents;
    }

    /** @throws Refusal if words are too long, would change what was read, or too many are added */
    void save(long noticeId, List<RequirementChange> changes) {
        Set<Integer> read = new HashSet<>();
        Set<Integer> added = new HashSet<>();
        contents.requirementsOf(noticeId).forEach(known -> (known.line() == 0 ? added : read).add(known.position()));
        for (RequirementChange change : changes) {
            if (change.content() == null) {
                contents.select(noticeId, change.position(), change.selected(), change.dueDate());
                continue;
            }
            String content = checked(change, read, change.content());
            contents.removeRequirement(noticeId, change.position());
            added.remove(change.position());
            if (!content.isEmpty()) {
                added.add(change.position());
                contents.insertRequirements(
                        noticeId,
                        List.of(new Requirement(
                                change.position(), PATH, content, WHY, 0, null, change.dueDate(), change.selected())));
            }
        }
        if (added.size() > MOST) {
            throw Refusal.invalid(
                    "补充的要求最多 %d 项，未保存。".formatted(MOST),
                    "At most %d requirements can be added; nothing was saved.".formatted(MOST));
        }
    }

    private static String checked(RequirementChange change, Set<Integer> read, String content) {
        if (change.position() < 0 || read.contains(change.position())) {
            throw Refusal.invalid(
                    "从通知中读出的要求不能改写；请取消勾选，另行补充。",
                    "What was read from the notice keeps its words; untick it and add another.");
        }
        Fields.requireStorable(content, "补充的要求");
        String words = PlainText.lines(content).strip();
        int length = words.codePointCount(0, words.length());
        if (length > LONGEST) {
            throw Refusal.invalid(
                    "“补充的要求”最多 %d 字，现有 %d 字，未保存。".formatted(LONGEST, length),
                    "An added requirement has at most %d characters; nothing was saved.".formatted(LONGEST));
        }
        return words;
    }
}
