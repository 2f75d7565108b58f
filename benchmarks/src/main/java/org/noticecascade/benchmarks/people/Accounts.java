package org.noticecascade.benchmarks.people;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.noticecascade.benchmarks.Service;
import org.noticecascade.directory.DirectoryImport;
import org.noticecascade.directory.ImportResult;
import org.noticecascade.directory.process.EngineIdentities;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A person of each role in every unit, who can sign in. Those of headquarters and of the first province are imported by
 * the service; everybody else's rows are copies of theirs, written by SQL, permissions and tenants included.
 */
final class Accounts {
    static final String PASSWORD = "Cascade-2026-people";
    private static final String HQ = "000000";
    private static final List<String> ROLES = List.of("STAFF", "LEAD", "SUPERVISOR");

    private final Service service;
    private final JdbcTemplate jdbc;

    Accounts(Service service) {
        this.service = service;
        this.jdbc = service.jdbc();
    }

    /** The person of that role, for example {@code u440000lead}. */
    static String user(String unitCode, String role) {
        return ofGroup("U" + unitCode + role);
    }

    /** The only person in that group. */
    static String ofGroup(String groupId) {
        return groupId.toLowerCase(java.util.Locale.ROOT);
    }

    /** Returns how many. */
    int create() {
        String model = jdbc.queryForObject("select min(code) from unit where level = 'PROVINCE'", String.class);
        imported(HQ);
        imported(model);
        jdbc.execute("""
                create table benchmark_unit as
                with recursive below(code, name, province) as (
                    select code, name, code from unit where parent_code = '000000'
                    union all
                    select u.code, u.name, b.province from unit u join below b on u.parent_code = b.code)
                select code, name, province from below""");
        ROLES.forEach(role -> copy(model, role));
        jdbc.execute("drop table benchmark_unit");
        jdbc.execute("analyze");
        return jdbc.queryForObject("select count(*) from act_id_user", Integer.class);
    }

    private void imported(String unit) {
        StringBuilder csv = new StringBuilder("user_id,unit_code,name,role,email,phone,language\n");
        for (String role : ROLES) {
            String id = user(unit, role);
            csv.append("%s,%s,演示,%s,%s@example.org,000-00000000,zh\n".formatted(id, unit, role, id));
        }
        ImportResult result = service.get(DirectoryImport.class)
                .run("persons.csv", csv.toString().getBytes(StandardCharsets.UTF_8), false, (stage, done, total) -> {});
        if (!result.problems().isEmpty()) {
            throw new IllegalStateException("Nobody was imported: " + result.problems());
        }
        ROLES.forEach(role -> service.get(EngineIdentities.class).setPassword(user(unit, role), PASSWORD));
    }

    private void copy(String model, String role) {
        String id = user(model, role);
        String group = "U" + model + role;
        String end = role.toLowerCase(java.util.Locale.ROOT);
        String others = " from benchmark_unit b, %s m where m.%s and b.code <> '" + model + "'";
        jdbc.update("insert into person (user_id, unit_code, name, email) select 'u' || code || '%1$s', code, '演示', 'u' || code || '%1$s@example.org' from benchmark_unit where code <> '%2$s'"
                .formatted(end, model));
        jdbc.update("insert into person_role (user_id, role) select 'u' || code || '%s', '%s' from benchmark_unit where code <> '%s'"
                .formatted(end, role, model));
        jdbc.update(("insert into act_id_user (id_, rev_, first_, last_, email_, pwd_, salt_)"
                        + " select 'u' || b.code || '%1$s', 1, m.first_, b.name, 'u' || b.code || '%1$s@example.org', m.pwd_, m.salt_")
                        .formatted(end)
                + others.formatted("act_id_user", "id_ = '" + id + "'"));
        jdbc.update(("insert into act_id_group (id_, rev_, name_, type_) select 'U' || b.code || '%s', 1, b.name, m.type_"
                        + others)
                .formatted(role, "act_id_group", "id_ = '" + group + "'"));
        jdbc.update("insert into act_id_membership (user_id_, group_id_) select 'u' || code || '%s', 'U' || code || '%s' from benchmark_unit where code <> '%s'"
                .formatted(end, role, model));
        jdbc.update("insert into act_id_tenant_member (id_, tenant_id_, group_id_) select 'b' || code || '%1$s', province, 'U' || code || '%1$s' from benchmark_unit where code <> '%2$s'"
                .formatted(role, model));
        permissions(others, id, group, end, role);
    }

    /** Of a user on itself, and of a group on itself and on its tenant. */
    private void permissions(String others, String id, String group, String end, String role) {
        String insert = "insert into act_ru_authorization (id_, rev_, type_, group_id_, user_id_, resource_type_, resource_id_, perms_) select '%s' || b.code || '%s', 1, m.type_, %s, %s, m.resource_type_, %s, m.perms_";
        jdbc.update(insert.formatted("u", role, "null", "'u' || b.code || '" + end + "'", "'u' || b.code || '" + end + "'")
                + others.formatted("act_ru_authorization", "resource_type_ = 1 and m.user_id_ = '" + id + "'"));
        String theGroup = "'U' || b.code || '" + role + "'";
        jdbc.update(insert.formatted("g", role, theGroup, "null", theGroup)
                + others.formatted("act_ru_authorization", "resource_type_ = 2 and m.group_id_ = '" + group + "'"));
        jdbc.update(insert.formatted("t", role, theGroup, "null", "b.province")
                + others.formatted("act_ru_authorization", "resource_type_ = 11 and m.group_id_ = '" + group + "'"));
    }
}
