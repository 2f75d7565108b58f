package org.noticecascade.mail;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.noticecascade.directory.Person;

/** Says one item to everybody, except to whom the test says that all is done, or for whom it breaks. */
class SaidByTest implements MailContent {
    private final MailKind kind;
    private final Set<String> done = new HashSet<>();
    private final Set<String> broken = new HashSet<>();

    SaidByTest(MailKind kind) {
        this.kind = kind;
    }

    static MailItem item(int daysLeft, MailItem.Light light) {
        return new MailItem(
                "国总发〔2026〕1号",
                "关于开展学习活动的通知",
                "广东省深圳市局",
                "落实情况报告",
                "2026年3月6日（星期五）",
                daysLeft,
                light,
                "https://notice.example.org/t/1");
    }

    /** An overdue stage of a unit below that the reader has to decide on. */
    static MailItem toHandle(int daysLeft) {
        MailItem late = item(daysLeft, MailItem.Light.RED);
        return late.toHandleAt(late.link());
    }

    void allDone(String userId) {
        done.add(userId);
    }

    void breaksFor(String userId) {
        broken.add(userId);
    }

    void forget() {
        done.clear();
        broken.clear();
    }

    @Override
    public MailKind kind() {
        return kind;
    }

    @Override
    public Optional<Letter> write(OutboxMail mail, Person recipient) {
        if (broken.contains(mail.userId())) {
            throw new IllegalStateException("no such assignment");
        }
        return done.contains(mail.userId())
                ? Optional.empty()
                : Optional.of(Letters.digest(recipient, mail.day(), List.of(item(-1, MailItem.Light.RED))));
    }
}
