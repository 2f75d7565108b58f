package org.noticecascade.cockpit.web;

import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.noticecascade.cockpit.Contacts.Contact;
import org.noticecascade.cockpit.Tally;
import org.noticecascade.notice.Light;

/** The columns of the exported board. Days are texts ({@code yyyy-mm-dd}), counts are numbers. */
enum BoardColumn {
    CODE("单位编码 Code", 14, view -> view.unit().unitCode()),
    NAME("单位名称 Unit", 40, view -> view.unit().unitName()),
    LEVEL("层级 Level", 8, view -> view.unit().level().label()),
    SUPERIOR("上级单位 Superior", 32, view -> view.unit().superiorName()),
    STAGE("当前阶段 Stage", 14, view -> view.unit().stage().label()),
    LIGHT("红黄绿灯 Light", 10, view -> label(view.unit().light())),
    DUE("时限 Due", 12, view -> view.unit().dueDate()),
    ORIGINAL_DUE("原时限 Original due", 12, view -> view.unit().originalDue()),
    PROVISIONAL("暂定 Provisional", 8, view -> view.provisional() ? "暂定" : null),
    DAYS_LEFT("剩余工作日 Working days left", 12, view -> late(view) == null ? view.workingDaysLeft() : null),
    DAYS_LATE("逾期工作日 Working days late", 12, BoardColumn::late),
    WAITS("待上级决定 To decide", 16, BoardColumn::waits),
    CONTACTS("联系人 Contacts", 32, BoardColumn::contacts),
    SIGNED_AT("签收 Signed", 17, view -> view.unit().signedAt()),
    PLANNED_AT("方案通过 Plan accepted", 17, view -> view.unit().plannedAt()),
    HELD_AT("学习确认 Session confirmed", 17, view -> view.unit().heldAt()),
    REPORTED_AT("报告通过 Report accepted", 17, view -> view.unit().reportedAt()),
    BELOW("下级单位 Units below", 10, below(tally -> tally.counts().unitsTotal())),
    BELOW_SIGNED("下级已签收 Signed", 10, below(tally -> tally.counts().signed())),
    BELOW_PLANNED("下级已定方案 Planned", 10, below(tally -> tally.counts().planned())),
    BELOW_HELD("下级已学习 Held", 10, below(tally -> tally.counts().held())),
    BELOW_REPORTED("下级已报送 Reported", 10, below(tally -> tally.counts().reported())),
    BELOW_RED("下级逾期 Overdue", 10, below(Tally::red));

    private final String title;
    private final int width;

    @SuppressWarnings("ImmutableEnumChecker") // references to methods of a record
    private final Function<RowView, @Nullable Object> value;

    BoardColumn(String title, int width, Function<RowView, @Nullable Object> value) {
        this.title = title;
        this.width = width;
        this.value = value;
    }

    /** Chinese first, English behind it. */
    String title() {
        return title;
    }

    /** In characters. */
    int width() {
        return width;
    }

    @Nullable
    Object of(RowView view) {
        return value.apply(view);
    }

    private static Function<RowView, @Nullable Object> below(Function<Tally, Integer> count) {
        return view -> view.below() == null ? null : count.apply(view.below());
    }

    private static @Nullable String label(@Nullable Light light) {
        return light == null ? null : light.label();
    }

    private static @Nullable Integer late(RowView view) {
        Integer left = view.workingDaysLeft();
        return left == null || left >= 0 ? null : -left;
    }

    private static @Nullable String waits(RowView view) {
        if (view.unit().extensionAsked()) {
            return "延期申请";
        }
        return view.unit().escalated() ? "超期督办" : null;
    }

    private static String contacts(RowView view) {
        return view.contacts().stream().map(BoardColumn::contact).collect(Collectors.joining("；"));
    }

    private static String contact(Contact contact) {
        return (contact.name() + " " + Objects.requireNonNullElse(contact.phone(), "")).strip();
    }
}
