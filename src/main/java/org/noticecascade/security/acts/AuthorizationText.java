package org.noticecascade.security.acts;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.util.ResourceTypeUtil;
import org.jspecify.annotations.Nullable;

/** The numbers of a permission's row as words. */
final class AuthorizationText {
    private static final List<String> TYPES = List.of("GLOBAL", "GRANT", "REVOKE");

    private AuthorizationText() {}

    static List<Map<String, Object>> readable(CommandRule rule, List<Map<String, Object>> rows) {
        return rule.state().equals("authorization")
                ? rows.stream().map(AuthorizationText::readable).toList()
                : rows;
    }

    private static Map<String, Object> readable(Map<String, Object> row) {
        Map<String, Object> words = new LinkedHashMap<>(row);
        int resource = number(row.get("resource"));
        int type = number(row.get("type"));
        words.put("type", type >= 0 && type < TYPES.size() ? TYPES.get(type) : type);
        words.put("resource", resourceOf(resource));
        words.put("permissions", permissions(resource, number(row.get("permissions"))));
        return words;
    }

    private static int number(@Nullable Object value) {
        return value instanceof Number number ? number.intValue() : -1;
    }

    private static String resourceOf(int type) {
        return Arrays.stream(Resources.values())
                .filter(resource -> resource.resourceType() == type)
                .map(Resources::name)
                .findFirst()
                .orElse(String.valueOf(type));
    }

    private static String permissions(int resource, int bits) {
        if (bits == Permissions.ALL.getValue()) {
            return Permissions.ALL.getName();
        }
        Permission[] known = ResourceTypeUtil.getPermissionsByResourceType(resource);
        if (known == null) {
            return String.valueOf(bits);
        }
        return Arrays.stream(known)
                .filter(permission -> permission.getValue() != 0 && permission.getValue() != Integer.MAX_VALUE)
                .filter(permission -> (bits & permission.getValue()) == permission.getValue())
                .map(Permission::getName)
                .distinct()
                .collect(Collectors.joining("+"));
    }
}
