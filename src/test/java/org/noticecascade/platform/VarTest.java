package org.noticecascade.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.junit.jupiter.api.Test;

class VarTest {
    private static final Var<Long> DOCUMENT = new Var<>("documentId", Long.class);

    private final VariableScope scope = mock(VariableScope.class);

    @Test
    void readsAValueOfItsType() {
        when(scope.getVariable("documentId")).thenReturn(7L);

        assertThat(DOCUMENT.isIn(scope)).isTrue();
        assertThat(DOCUMENT.in(scope)).isEqualTo(7L);
    }

    @Test
    void failsWhereAMissingValueIsRead() {
        assertThat(DOCUMENT.isIn(scope)).isFalse();
        assertThatThrownBy(() -> DOCUMENT.in(scope))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Process variable 'documentId' should be Long but is missing");
    }

    @Test
    void namesTheTypeItFoundInstead() {
        when(scope.getVariable("documentId")).thenReturn("7");

        assertThat(DOCUMENT.isIn(scope)).isFalse();
        assertThatThrownBy(() -> DOCUMENT.in(scope)).hasMessageContaining("should be Long but is java.lang.String");
    }
}
