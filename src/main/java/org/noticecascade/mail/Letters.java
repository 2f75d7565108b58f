package org.noticecascade.mail;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.noticecascade.directory.Person;

/** The letters of this package's templates, in the reader's language. */
public final class Letters {
    /** A digest lists so many items and says how many more there are. */
    public static final int MOST_ITEMS = 50;

    private Letters() {}

    /** The items of one notice, most pressing first. */
    public record NoticeGroup(String number, String title, List<MailItem> items) {}

    /**
     * Everything one person has open, grouped by notice; the notice with the latest item comes first. What a
     * supervisor has to decide on stands before everything else.
     *
     * @param day the day it is written
     * @param items at least one, in any order
     */
    public static Letter digest(Person reader, LocalDate day, List<MailItem> items) {
        return digest(reader, day, items, Totals.of(items));
    }

    /**
     * The same where there are more items than a mail lists.
     *
     * @param items at least one, the most pressing
     * @param totals of all
     */
    public static Letter digest(Person reader, LocalDate day, List<MailItem> items, Totals totals) {
        if (items.isEmpty()) {
            throw new IllegalArgumentException(
                    "A digest needs an item. Answer Optional.empty() where nothing is open.");
        }
        List<MailItem> listed =
                items.stream().sorted(MailItem.MOST_PRESSING).limit(MOST_ITEMS).toList();
        Map<String, Object> model = new HashMap<>();
        model.put("day", DayLabel.of(day, reader));
        model.put("count", totals.items());
        model.put("red", totals.red());
        model.put("yellow", totals.yellow());
        model.put("toHandle", totals.toHandle());
        model.put("handling", grouped(listed.stream().filter(MailItem::toHandle).toList()));
        model.put(
                "groups",
                grouped(listed.stream().filter(item -> !item.toHandle()).toList()));
        model.put("more", totals.items() - listed.size());
        String template = totals.toHandle() > 0 ? "escalation" : "digest";
        return new Letter(MailSubject.digest(Language.of(reader), totals), template, model);
    }

    /**
     * How much there is.
     *
     * @param toHandle overdue stages of units below that wait for the reader's decision
     */
    public record Totals(int items, int red, int yellow, int toHandle) {
        static Totals of(List<MailItem> items) {
            return new Totals(
                    items.size(),
                    (int) items.stream().filter(MailItem::isRed).count(),
                    (int) items.stream().filter(MailItem::isYellow).count(),
                    (int) items.stream().filter(MailItem::toHandle).count());
        }
    }

    /**
     * Something came back, from the superior or the unit's own lead.
     *
     * @param item with the due date that now holds, if there is one
     * @param reason as whoever returned it wrote it
     * @param by who returned it, and of which unit
     */
    public static Letter returned(Person reader, MailItem item, String reason, String by) {
        return new Letter(
                MailSubject.returned(Language.of(reader), item),
                "return",
                Map.of("item", item, "reason", reason, "by", by));
    }

    /**
     * The superior decided on an extension.
     *
     * @param item with the due date that now holds
     * @param askedDueLabel the day that was asked for
     * @param formerDueLabel the day before the decision
     * @param answer what the superior wrote, if anything
     */
    public static Letter extension(
            Person reader,
            MailItem item,
            boolean granted,
            String askedDueLabel,
            String formerDueLabel,
            @Nullable String answer) {
        Map<String, Object> model = new HashMap<>();
        model.put("item", item);
        model.put("granted", granted);
        model.put("asked", askedDueLabel);
        model.put("former", formerDueLabel);
        model.put("answer", answer == null ? "" : answer);
        return new Letter(MailSubject.extension(Language.of(reader), item, granted), "extension", model);
    }

    private static List<NoticeGroup> grouped(List<MailItem> sorted) {
        Map<List<String>, List<MailItem>> groups = new LinkedHashMap<>();
        sorted.forEach(item -> groups.computeIfAbsent(
                        List.of(item.noticeNumber(), item.noticeTitle()), notice -> new ArrayList<>())
                .add(item));
        return groups.entrySet().stream()
                .map(group ->
                        new NoticeGroup(group.getKey().get(0), group.getKey().get(1), List.copyOf(group.getValue())))
                .toList();
    }
}
