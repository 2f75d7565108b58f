package org.noticecascade.deputy.process;

import java.util.List;
import org.noticecascade.directory.DirectoryChanges;
import org.noticecascade.directory.ImportProgress;
import org.noticecascade.directory.PersonChange;
import org.noticecascade.directory.UnitChange;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** An import gives everybody exactly the groups of their roles: what deputies hold besides is put back at once. */
@Component
@Order
class FollowImports implements DirectoryChanges {
    private final StandingIn standingIn;

    FollowImports(StandingIn standingIn) {
        this.standingIn = standingIn;
    }

    @Override
    public void unitsChanged(List<UnitChange> changes, ImportProgress progress) {
        // Deputies hold groups by the codes of units, which never change.
    }

    @Override
    public void peopleChanged(List<PersonChange> changes, ImportProgress progress) {
        standingIn.look();
    }
}
