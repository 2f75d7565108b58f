package org.noticecascade.platform;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.util.ClassUtils;

/**
 * The beans that an expression reaches: delegates and listeners of ours by their names, and methods marked
 * {@link CalledByModels}. Every other bean is unknown to the engine.
 */
final class ModelBeans {
    private static final String OURS = "org.noticecascade.";

    private final BeanFactory beans;

    /** A marked method of a bean. */
    record Call(Object bean, Method method) {
        @Nullable
        Object on(@Nullable DelegateExecution execution) throws Throwable {
            try {
                return method.getParameterCount() == 0 ? method.invoke(bean) : method.invoke(bean, execution);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }
    }

    ModelBeans(BeanFactory beans) {
        this.beans = beans;
    }

    /** Whether the name is that of a delegate or listener of ours. */
    boolean isDelegate(String name) {
        Class<?> type = ourTypeOf(name);
        return type != null
                && (JavaDelegate.class.isAssignableFrom(type)
                        || ExecutionListener.class.isAssignableFrom(type)
                        || TaskListener.class.isAssignableFrom(type));
    }

    Object delegate(String name) {
        return beans.getBean(name);
    }

    /** Whether {@code bean.member} is a marked method, written with just these arguments. */
    boolean isCall(String bean, String member, String arguments) {
        return marked(bean, member, arguments).isPresent();
    }

    Call call(String bean, String member, String arguments) {
        return new Call(beans.getBean(bean), marked(bean, member, arguments).orElseThrow());
    }

    private Optional<Method> marked(String bean, String member, String arguments) {
        Class<?> type = ourTypeOf(bean);
        return type == null
                ? Optional.empty()
                : Arrays.stream(type.getMethods())
                        .filter(method -> method.isAnnotationPresent(CalledByModels.class))
                        .filter(method -> writtenAs(method).equals(member + arguments))
                        .findFirst();
    }

    /** How expressions write a marked method: {@code cron} for {@code getCron()}. */
    static String writtenAs(Method method) {
        String name = method.getName();
        if (method.getParameterCount() == 1 && method.getParameterTypes()[0] == DelegateExecution.class) {
            return name + "(execution)";
        }
        if (method.getParameterCount() != 0) {
            throw new IllegalStateException(
                    "%s is called by models and may take the execution alone".formatted(method));
        }
        return name.startsWith("get") ? Character.toLowerCase(name.charAt(3)) + name.substring(4) : name + "()";
    }

    private @Nullable Class<?> ourTypeOf(String name) {
        if (!beans.containsBean(name)) {
            return null;
        }
        Class<?> type = beans.getType(name, false);
        Class<?> own = type == null ? null : ClassUtils.getUserClass(type);
        return own != null && own.getName().startsWith(OURS) ? own : null;
    }
}
