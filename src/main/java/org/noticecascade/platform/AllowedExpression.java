package org.noticecascade.platform;

import java.lang.reflect.Method;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.delegate.DelegateInvocation;
import org.camunda.bpm.engine.impl.el.Expression;
import org.jspecify.annotations.Nullable;

/** An expression that {@link AllowedExpressions} has read. None can be assigned to. */
@SuppressWarnings("serial")
sealed interface AllowedExpression extends Expression {
    String text();

    /** Its value for the execution or task; a query has none of the two. */
    @Nullable
    Object valueIn(@Nullable VariableScope scope, @Nullable BaseDelegateExecution context);

    @Override
    default Object getValue(VariableScope scope) {
        return getValue(scope, null);
    }

    @Override
    @SuppressWarnings("NullAway") // the engine takes null for an answer and does not say so
    default Object getValue(VariableScope scope, @Nullable BaseDelegateExecution context) {
        return valueIn(scope, context);
    }

    @Override
    default void setValue(Object value, VariableScope scope) {
        setValue(value, scope, null);
    }

    @Override
    default void setValue(Object value, VariableScope scope, @Nullable BaseDelegateExecution context) {
        throw ExpressionRefused.of(text());
    }

    @Override
    default boolean isLiteralText() {
        return false;
    }

    @Override
    default String getExpressionText() {
        return text();
    }

    /** Text without an expression. */
    record Plain(String text) implements AllowedExpression {
        @Override
        public boolean isLiteralText() {
            return true;
        }

        @Override
        public Object valueIn(@Nullable VariableScope scope, @Nullable BaseDelegateExecution context) {
            return text;
        }
    }

    /** A delegate of ours, whatever variable has its name; or else a variable. */
    record Named(String text, String name, ModelBeans beans, SecurityLog log) implements AllowedExpression {
        @Override
        public @Nullable Object valueIn(@Nullable VariableScope scope, @Nullable BaseDelegateExecution context) {
            if (scope != null && beans.isDelegate(name)) {
                return beans.delegate(name);
            }
            if (scope == null || !scope.hasVariable(name)) {
                log.notEvaluated("unknown-name", text);
                throw ExpressionRefused.because(
                        "表达式“%s”指向的变量不存在。".formatted(text),
                        "There is no variable for the expression \"%s\".".formatted(text));
            }
            return scope.getVariable(name);
        }
    }

    /** The business key of the process. */
    record BusinessKey(String text) implements AllowedExpression {
        @Override
        public @Nullable Object valueIn(@Nullable VariableScope scope, @Nullable BaseDelegateExecution context) {
            return executionOf(text, scope).getProcessBusinessKey();
        }
    }

    /** A method marked {@link CalledByModels}. */
    record Marked(String text, Supplier<ModelBeans.Call> call, boolean called) implements AllowedExpression {
        @Override
        public @Nullable Object valueIn(@Nullable VariableScope scope, @Nullable BaseDelegateExecution context) {
            ModelBeans.Call marked = call.get();
            DelegateExecution execution = marked.method().getParameterCount() == 0 ? null : executionOf(text, scope);
            return invoked(context, () -> marked.on(execution));
        }
    }

    /** A function of the engine. */
    record Function(String text, Method method) implements AllowedExpression {
        @Override
        public @Nullable Object valueIn(@Nullable VariableScope scope, @Nullable BaseDelegateExecution context) {
            return invoked(context, () -> method.invoke(null));
        }
    }

    /** Something that may fail as our own code does. */
    interface Work {
        @Nullable
        Object run() throws Throwable;
    }

    private static DelegateExecution executionOf(String text, @Nullable VariableScope scope) {
        if (scope instanceof DelegateExecution execution) {
            return execution;
        }
        if (scope instanceof DelegateTask task) {
            return task.getExecution();
        }
        throw ExpressionRefused.because(
                "表达式“%s”只能在流程中使用。".formatted(text),
                "The expression \"%s\" works within a process only.".formatted(text));
    }

    /** Runs our code as the engine runs any delegate: with the permissions it gives to those. */
    private static @Nullable Object invoked(@Nullable BaseDelegateExecution context, Work work) {
        var invocation = new DelegateInvocation(context, null) {
            @Override
            protected void invoke() throws Exception {
                try {
                    invocationResult = work.run();
                } catch (Exception | Error e) {
                    throw e;
                } catch (Throwable e) {
                    throw new IllegalStateException(e);
                }
            }
        };
        try {
            Context.getProcessEngineConfiguration().getDelegateInterceptor().handleInvocation(invocation);
        } catch (ProcessEngineException e) {
            throw e;
        } catch (Exception e) {
            throw new ProcessEngineException(e);
        }
        return invocation.getInvocationResult();
    }
}
