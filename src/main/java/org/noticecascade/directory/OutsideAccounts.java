package org.noticecascade.directory;

import java.util.Collection;
import java.util.Set;

/** The engine's accounts and groups, of which some belong to nobody in the directory: an import must not take those. */
public interface OutsideAccounts {

    /** Every account an import could change, persons' too, as they are spelled. */
    Set<String> userIds();

    /** Those of these persons who have no account, where the directory makes accounts; none where LDAP does. */
    Set<String> withoutAccount(Collection<String> userIds);

    /** Groups that are no unit's, though an id of one could read like that. */
    Set<String> foreignGroupIds();
}
