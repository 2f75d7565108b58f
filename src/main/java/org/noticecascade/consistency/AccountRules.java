package org.noticecascade.consistency;

import static org.noticecascade.consistency.Rule.whole;

import java.util.List;

/**
 * The directory against the engine's accounts, both ways. Silent where no person has an account of the engine: they come from
 * LDAP there.
 */
final class AccountRules {
    private static final String OF_A_PERSON = """
            select cast(null as bigint) as assignment_id, cast(null as bigint) as notice_id, p.unit_code as unit_code,""";

    private static final String ACCOUNTS_ARE_OURS =
            "exists (select 1 from act_id_user u join person q on q.user_id = u.id_)";

    static final List<Rule> ALL = List.of(
            whole(Kind.ACCOUNT_MISSING, OF_A_PERSON + """
                     p.user_id as subject, p.name as found, p.user_id as expected
                      from person p
                     where p.active and %s and not exists (select 1 from act_id_user u where u.id_ = p.user_id)""".formatted(ACCOUNTS_ARE_OURS)),
            whole(Kind.GROUP_MISSING, OF_A_PERSON + """
                     p.user_id || ' ' || r.role as subject, p.user_id as found, 'U' || p.unit_code || r.role as expected
                      from person p join person_role r on r.user_id = p.user_id join act_id_user u on u.id_ = p.user_id
                     where p.active and not exists (
                           select 1 from act_id_membership m
                            where m.user_id_ = p.user_id and m.group_id_ = 'U' || p.unit_code || r.role)"""),
            whole(Kind.GROUP_SURPLUS, """
                    select cast(null as bigint) as assignment_id, cast(null as bigint) as notice_id, cast(null as varchar) as unit_code,
                           m.user_id_ || ' ' || m.group_id_ as subject, m.user_id_ as found, m.group_id_ as expected
                      from act_id_membership m join act_id_group g on g.id_ = m.group_id_ and g.type_ = 'WORKFLOW'
                     where not exists (
                           select 1 from person p join person_role r on r.user_id = p.user_id
                            where p.user_id = m.user_id_ and p.active and 'U' || p.unit_code || r.role = m.group_id_)
                       and not exists (
                           select 1 from stand_in s where s.deputy_id = m.user_id_ and s.group_id = m.group_id_)"""));

    private AccountRules() {}
}
