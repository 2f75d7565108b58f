package org.noticecascade.security.acts;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.noticecascade.CurrentUser;
import org.noticecascade.directory.DirectoryChanges;
import org.noticecascade.directory.ImportProgress;
import org.noticecascade.directory.ImportResult;
import org.noticecascade.directory.Person;
import org.noticecascade.directory.PersonChange;
import org.noticecascade.directory.Unit;
import org.noticecascade.directory.UnitChange;
import org.noticecascade.ledger.Act;
import org.noticecascade.ledger.Ledger;
import org.springframework.stereotype.Component;

/**
 * Enters an import into the ledger: each unit and person that it changed, and the file with its counts. What the
 * service loads by itself, on an empty directory, is nobody's act.
 */
@Component
class ImportRecord implements DirectoryChanges {
    private final Ledger ledger;

    ImportRecord(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void unitsChanged(List<UnitChange> changes, ImportProgress progress) {
        if (isSomebodys(progress)) {
            changes.forEach(change -> record(
                    progress,
                    Act.UNIT_IMPORTED,
                    "unit=" + change.after().code(),
                    fields(change.before()),
                    fields(change.after())));
        }
    }

    @Override
    public void peopleChanged(List<PersonChange> changes, ImportProgress progress) {
        if (isSomebodys(progress)) {
            changes.forEach(change -> record(
                    progress,
                    Act.PERSON_IMPORTED,
                    "person=" + change.after().userId(),
                    fields(change.before()),
                    fields(change.after())));
        }
    }

    @Override
    public void imported(String fileName, ImportResult result, ImportProgress progress) {
        if (isSomebodys(progress)) {
            ledger.onAdministration(
                    progress.importedBy(),
                    Act.DIRECTORY_IMPORTED,
                    "file=" + fileName,
                    null,
                    "%s rows=%d created=%d updated=%d unchanged=%d"
                            .formatted(
                                    result.kind(),
                                    result.rows(),
                                    result.created(),
                                    result.updated(),
                                    result.unchanged()));
        }
    }

    private static boolean isSomebodys(ImportProgress progress) {
        return !progress.importedBy().equals(CurrentUser.SYSTEM);
    }

    private void record(ImportProgress progress, Act act, String target, List<String> before, List<String> after) {
        ledger.onAdministration(progress.importedBy(), act, target, without(before, after), without(after, before));
    }

    /** Only what differs. */
    private static @Nullable String without(List<String> fields, List<String> others) {
        String different =
                fields.stream().filter(field -> !others.contains(field)).collect(Collectors.joining(", "));
        return different.isEmpty() ? null : different;
    }

    private static List<String> fields(@Nullable Unit unit) {
        return unit == null
                ? List.of()
                : filled(
                        "parent",
                        unit.parentCode(),
                        "name",
                        unit.name(),
                        "level",
                        unit.level(),
                        "active",
                        unit.active());
    }

    private static List<String> fields(@Nullable Person person) {
        return person == null
                ? List.of()
                : filled(
                        "unit",
                        person.unitCode(),
                        "name",
                        person.name(),
                        "roles",
                        person.roles().stream().map(Enum::name).sorted().collect(Collectors.joining("+")),
                        "email",
                        person.email(),
                        "phone",
                        person.phone(),
                        "language",
                        person.language(),
                        "active",
                        person.active());
    }

    private static List<String> filled(@Nullable Object... namesAndValues) {
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) {
                fields.add(namesAndValues[i] + "=" + Objects.toString(namesAndValues[i + 1]));
            }
        }
        return fields;
    }
}
