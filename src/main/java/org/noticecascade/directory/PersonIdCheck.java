package org.noticecascade.directory;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.noticecascade.CurrentUser;

/**
 * Keeps rows from taking an account that is nobody's in the directory, such as an administrator's: the import would give
 * it a county's groups and another name. Also ids and groups that differ from known ones in case only.
 */
class PersonIdCheck {
    private final Set<String> persons;
    private final Set<String> accounts;
    private final CaseTwins accountTwins;
    private final Set<String> groups;
    private final CaseTwins groupTwins;
    private final Problems problems;

    PersonIdCheck(Collection<Person> existing, OutsideAccounts outside, Problems problems) {
        this.persons = existing.stream().map(Person::userId).collect(Collectors.toSet());
        this.accounts = new HashSet<>(outside.userIds());
        accounts.add(CurrentUser.SYSTEM);
        Set<String> known = new HashSet<>(accounts);
        known.addAll(persons);
        this.accountTwins = new CaseTwins(known);
        this.groups = outside.foreignGroupIds();
        this.groupTwins = new CaseTwins(groups);
        this.problems = problems;
    }

    void check(List<PersonRow> rows) {
        for (PersonRow row : rows) {
            if (row.userId() != null) {
                checkId(row, row.userId());
            }
            if (row.unitCode() != null) {
                checkGroups(row, row.unitCode());
            }
        }
    }

    private void checkId(PersonRow row, String id) {
        if (persons.contains(id)) {
            return;
        }
        if (accounts.contains(id)) {
            problems.add(
                    row.line(),
                    Column.USER_ID,
                    id,
                    "账号 %s 已存在，但不属于单位人员（例如系统管理员），不能由导入更改。请为该人员另取用户名。".formatted(id),
                    "Account %s exists and belongs to nobody in the directory, an administrator for example. Give the person another id."
                            .formatted(id));
            return;
        }
        accountTwins
                .of(id)
                .ifPresent(twin -> problems.add(
                        row.line(),
                        Column.USER_ID,
                        id,
                        "用户名 %s 与 %s 只有大小写不同。请改用同一写法，或另取用户名。".formatted(id, twin),
                        "User id %s differs from %s in case only. Spell it alike, or choose another id."
                                .formatted(id, twin)));
    }

    private void checkGroups(PersonRow row, String unitCode) {
        for (Role role : row.roles()) {
            String group = role.groupOf(unitCode);
            if (groups.contains(group) || groupTwins.of(group).isPresent()) {
                problems.add(
                        row.line(),
                        Column.PERSON_UNIT,
                        unitCode,
                        "用户组 %s 已存在（不计大小写），但不是单位的用户组，不能由导入使用。请先由系统管理员改名或删除该组。".formatted(group),
                        "Group %s exists, case aside, and is no unit's. Ask an administrator to delete it first."
                                .formatted(group));
            }
        }
    }
}
