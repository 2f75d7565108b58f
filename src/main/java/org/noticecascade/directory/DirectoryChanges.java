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
}
