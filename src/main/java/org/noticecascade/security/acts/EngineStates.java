package org.noticecascade.security.acts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the rows a command changes, past the engine's permissions and its memory of rows already loaded. */
final class EngineStates {
    private static final int MOST = 200;
    private static final List<String> ARGUMENTS = List.of("a", "b");
    private static final String NO_ID = "";

    private final JdbcClient jdbc;

    EngineStates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    EngineState read(CommandRule rule, Object command, @Nullable Object result) {
        String sql = EngineRows.SQL.get(rule.state());
        if (sql == null) {
            return EngineState.NONE;
        }
        JdbcClient.StatementSpec statement = jdbc.sql(sql);
        boolean any = false;
        for (int i = 0; i < rule.stateArguments().size(); i++) {
            List<String> ids = ids(rule.stateArguments().get(i), command, result);
            any |= !ids.isEmpty();
            statement = statement.param(ARGUMENTS.get(i), ids.isEmpty() ? List.of(NO_ID) : ids);
        }
        return any
                ? EngineState.of(
                        AuthorizationText.readable(rule, statement.query().listOfRows()))
                : EngineState.NONE;
    }

    private static List<String> ids(List<FieldPath> paths, Object command, @Nullable Object result) {
        List<String> ids = new ArrayList<>();
        for (FieldPath path : paths) {
            Object value = path.read(command, result);
            if (value instanceof Map<?, ?> map) {
                value = map.keySet();
            }
            if (value instanceof Collection<?> all) {
                all.stream().limit(MOST).forEach(each -> ids.add(String.valueOf(each)));
            } else if (value != null) {
                ids.add(value.toString());
            }
        }
        return ids;
    }
}
