package org.noticecascade.cockpit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.noticecascade.directory.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whom to call: the people of units, in one query for a page of them. */
@Repository
public class Contacts {
    private final JdbcClient jdbc;

    Contacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A person in one role. */
    public record Contact(String name, @Nullable String phone, String unitCode, Role role) {}

    /** Those who have this role in these units, by unit code. */
    public Map<String, List<Contact>> of(Collection<String> unitCodes, Role role) {
        Map<String, List<Contact>> contacts = new HashMap<>();
        if (!unitCodes.isEmpty()) {
            jdbc.sql("""
                            select p.unit_code, p.name, p.phone
                              from person p join person_role r on r.user_id = p.user_id and r.role = :role
                             where p.unit_code in (:units) and p.active order by p.user_id""")
                    .param("role", role.name())
                    .param("units", new TreeSet<>(unitCodes))
                    .query((row, number) -> new Contact(
                            row.getString("name"), row.getString("phone"), row.getString("unit_code"), role))
                    .list()
                    .forEach(contact -> contacts.computeIfAbsent(contact.unitCode(), code -> new ArrayList<>())
                            .add(contact));
        }
        return contacts;
    }
}
