package org.noticecascade.mail;

/** Subjects: how much there is, and the worst of it. */
final class MailSubject {
    private static final String CHINESE = "【通知督办】";
    private static final String ENGLISH = "[Notice follow-up] ";

    private MailSubject() {}

    /** For example {@code 【通知督办】3 项待办，1 项已逾期} or {@code [Notice follow-up] 3 items, 1 overdue}. */
    static String digest(Language language, Letters.Totals totals) {
        int all = totals.items();
        int red = totals.red();
        int yellow = totals.yellow();
        int toHandle = totals.toHandle();
        if (language == Language.EN) {
            String worst = red > 0 ? red + " overdue" : yellow > 0 ? yellow + " due soon" : "all on track";
            String decide = toHandle > 0 ? ", %d for you to decide".formatted(toHandle) : "";
            return ENGLISH + "%d %s, %s%s".formatted(all, all == 1 ? "item" : "items", worst, decide);
        }
        String worst = red > 0 ? red + " 项已逾期" : yellow > 0 ? yellow + " 项即将到期" : "均在期限内";
        String decide = toHandle > 0 ? "，%d 项请您督办".formatted(toHandle) : "";
        return CHINESE + "%d 项待办，%s%s".formatted(all, worst, decide);
    }

    static String returned(Language language, MailItem item) {
        if (item.dueLabel().isEmpty()) {
            return language == Language.EN
                    ? ENGLISH + "Returned: %s".formatted(item.stageLabel())
                    : CHINESE + "退回：“%s”请重新办理".formatted(item.stageLabel());
        }
        return language == Language.EN
                ? ENGLISH + "Returned: %s, due %s".formatted(item.stageLabel(), item.dueLabel())
                : CHINESE + "退回：“%s”请于%s前重新办理".formatted(item.stageLabel(), item.dueLabel());
    }

    static String extension(Language language, MailItem item, boolean granted) {
        if (language == Language.EN) {
            return ENGLISH
                    + "Extension %s: %s, due %s"
                            .formatted(granted ? "granted" : "refused", item.stageLabel(), item.dueLabel());
        }
        return CHINESE + "延期%s：“%s”期限为 %s".formatted(granted ? "已同意" : "未同意", item.stageLabel(), item.dueLabel());
    }

    /** Marks a mail that the reader gets for somebody else. */
    static String onBehalf(Language language, String subject, String absentName) {
        return language == Language.EN
                ? "%s (for %s)".formatted(subject, absentName)
                : "%s（代 %s 收）".formatted(subject, absentName);
    }
}
