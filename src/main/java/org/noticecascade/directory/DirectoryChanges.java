package org.noticecascade.directory;

import java.util.List;

/**
 * Follows the directory. Called synchronously within the transaction that wrote the rows, after they were written:
 * an exception undoes both.
 */
public interface DirectoryChanges {

    /** These units were added or changed; none is listed that stayed as it was. */
    void unitsChanged(List<UnitChange> changes, ImportProgress progress);

    /** These persons were added or changed; none is listed that stayed as it was. */
    void peopleChanged(List<PersonChange> changes, ImportProgress progress);

    /** A file was imported; the changes were told before. Not called for a dry run, or where the file has problems. */
    default void imported(String fileName, ImportResult result, ImportProgress progress) {}
}
