package org.noticecascade.mail;

import java.util.Comparator;

/**
 * One stage of one unit as a mail shows it.
 *
 * @param noticeNumber document number, for example 国总发〔2026〕1号
 * @param unitName full name of the unit whose stage it is
 * @param stageLabel what is to be done, in the reader's language
 * @param dueLabel due date with weekday, see {@link DayLabel}; empty if there is none
 * @param workingDaysLeft 0 is today, negative is late
 * @param link straight to the task, see {@link MailLinks}
 * @param urged who urged the unit by hand and when, in the reader's language; empty if nobody did
 * @param toHandle whether the overdue stage of a unit below has become a task of the reader's own unit
 * @param waitsFor whose turn it is if not the reader's, in the reader's language; else empty
 */
public record MailItem(
        String noticeNumber,
        String noticeTitle,
        String unitName,
        String stageLabel,
        String dueLabel,
        int workingDaysLeft,
        Light light,
        String link,
        String urged,
        boolean toHandle,
        String waitsFor) {

    /** One that nobody urged. */
    public MailItem(
            String noticeNumber,
            String noticeTitle,
            String unitName,
            String stageLabel,
            String dueLabel,
            int workingDaysLeft,
            Light light,
            String link) {
        this(noticeNumber, noticeTitle, unitName, stageLabel, dueLabel, workingDaysLeft, light, link, "", false, "");
    }

    /** The same under another name of what is to be done. */
    public MailItem called(String label) {
        return new MailItem(
                noticeNumber,
                noticeTitle,
                unitName,
                label,
                dueLabel,
                workingDaysLeft,
                light,
                link,
                urged,
                toHandle,
                waitsFor);
    }

    /** The same as something the reader has to decide on, with the way to that decision. */
    public MailItem toHandleAt(String decision) {
        return new MailItem(
                noticeNumber,
                noticeTitle,
                unitName,
                stageLabel,
                dueLabel,
                workingDaysLeft,
                light,
                decision,
                "",
                true,
                "");
    }

    /** On track, due soon, overdue. */
    public enum Light {
        GREEN,
        YELLOW,
        RED
    }

    /** What the reader has to decide on, then the latest, then by name of the unit. */
    static final Comparator<MailItem> MOST_PRESSING = Comparator.comparing(MailItem::toHandle)
            .reversed()
            .thenComparingInt(MailItem::workingDaysLeft)
            .thenComparing(MailItem::unitName);

    /** Working days past the due date; 0 if not late. */
    public int workingDaysLate() {
        return Math.max(0, -workingDaysLeft);
    }

    public boolean isRed() {
        return light == Light.RED;
    }

    public boolean isYellow() {
        return light == Light.YELLOW;
    }

    /** The colour its template shows beside the words; dark enough to read on white. */
    public String colour() {
        return switch (light) {
            case RED -> "#b3261e";
            case YELLOW -> "#8a5a00";
            case GREEN -> "#1e6b3a";
        };
    }
}
