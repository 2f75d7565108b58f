package org.noticecascade.platform;

import org.camunda.bpm.engine.delegate.VariableScope;

/** A process variable: name and type once; a missing value fails where it is read. */
public record Var<T>(String name, Class<T> type) {

    /**
     * Reads the value.
     *
     * @throws IllegalStateException if it is missing or of another type
     */
    public T in(VariableScope scope) {
        Object value = scope.getVariable(name);
        if (!type.isInstance(value)) {
            throw new IllegalStateException("Process variable '%s' should be %s but is %s"
                    .formatted(
                            name,
                            type.getSimpleName(),
                            value == null ? "missing" : value.getClass().getName()));
        }
        return type.cast(value);
    }

    public boolean isIn(VariableScope scope) {
        return type.isInstance(scope.getVariable(name));
    }
}
