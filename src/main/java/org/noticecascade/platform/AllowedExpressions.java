package org.noticecascade.platform;

import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.impl.spi.el.ElExpression;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.ExpressionManager;
import org.jspecify.annotations.Nullable;

/**
 * Reads the expressions the engine evaluates, in place of its own expression language. The engine asks it for
 * models, filters, queries and timers alike; text from outside comes this way too.
 *
 * <p>An expression is one of these, and nothing stands before or behind it:
 *
 * <ul>
 *   <li>{@code ${name}}: a delegate of ours, or a process variable
 *   <li>{@code ${bean.member}}: a method marked {@link CalledByModels}
 *   <li>{@code ${execution.processBusinessKey}}
 *   <li>{@code ${currentUser()}}, {@code ${currentUserGroups()}}
 * </ul>
 *
 * Text without an expression stands for itself. Everything else is refused before anything is looked up.
 */
final class AllowedExpressions implements ExpressionManager {
    private static final int LONGEST = 100;
    private static final Set<String> FUNCTIONS = Set.of("currentUser", "currentUserGroups");
    private static final Set<String> RESERVED =
            Set.of("execution", "task", "caseExecution", "externalTask", "authenticatedUserId");
    private static final Pattern NAME = Pattern.compile("[$#]\\{([a-zA-Z]\\w*)}");
    private static final Pattern FUNCTION = Pattern.compile("[$#]\\{([a-zA-Z]\\w*)\\(\\)}");
    private static final Pattern CALL =
            Pattern.compile("[$#]\\{([a-zA-Z]\\w*)\\.([a-zA-Z]\\w*)(|\\(\\)|\\(execution\\))}");

    private final Map<String, Method> functions = new HashMap<>();
    private final ModelBeans beans;
    private final SecurityLog log;

    AllowedExpressions(ModelBeans beans, SecurityLog log) {
        this.beans = beans;
        this.log = log;
    }

    @Override
    public Expression createExpression(String text) {
        Expression expression = read(text);
        if (expression == null) {
            log.notEvaluated("expression", text);
            throw ExpressionRefused.of(text);
        }
        return expression;
    }

    /** Whether the text is plain, or one of the allowed expressions. */
    boolean allows(String text) {
        return read(text) != null;
    }

    /** Whether the text names a delegate or a listener of ours. */
    boolean isDelegate(String text) {
        Matcher name = NAME.matcher(text);
        return text.length() <= LONGEST && name.matches() && beans.isDelegate(name.group(1));
    }

    /** The engine offers its functions when it starts; those that our filters use are taken. */
    @Override
    public void addFunction(String name, Method function) {
        if (FUNCTIONS.contains(name)) {
            functions.put(name, function);
        }
    }

    /** Decision tables hold no such expressions at all. */
    ElExpression refuseInTable(String text) {
        log.notEvaluated("table-expression", text);
        throw ExpressionRefused.of(text);
    }

    private @Nullable Expression read(String text) {
        if (!text.contains("${") && !text.contains("#{")) {
            return new AllowedExpression.Plain(text);
        }
        if (text.length() > LONGEST) {
            return null;
        }
        Matcher name = NAME.matcher(text);
        if (name.matches()) {
            return RESERVED.contains(name.group(1))
                    ? null
                    : new AllowedExpression.Named(text, name.group(1), beans, log);
        }
        Matcher function = FUNCTION.matcher(text);
        if (function.matches()) {
            Method known = functions.get(function.group(1));
            return known == null ? null : new AllowedExpression.Function(text, known);
        }
        Matcher call = CALL.matcher(text);
        return call.matches() ? read(text, call.group(1), call.group(2), call.group(3)) : null;
    }

    private @Nullable Expression read(String text, String bean, String member, String arguments) {
        if ("execution".equals(bean)) {
            boolean businessKey = "processBusinessKey".equals(member) && arguments.isEmpty();
            return businessKey ? new AllowedExpression.BusinessKey(text) : null;
        }
        return beans.isCall(bean, member, arguments)
                ? new AllowedExpression.Marked(text, () -> beans.call(bean, member, arguments), !arguments.isEmpty())
                : null;
    }
}
