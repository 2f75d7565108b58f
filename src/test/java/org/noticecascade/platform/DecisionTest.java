package org.noticecascade.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.noticecascade.Refusal;

class DecisionTest {
    private final Map<String, TypedValue> variables = new HashMap<>();
    private final DelegateExecution execution = execution();

    @Test
    void approvesWithoutAReasonAndLeavesOnlyATransientFlag() {
        sent("approved", true);
        sent("reason", "多余");

        assertThat(Decision.takenFrom(execution)).isEqualTo(new Decision(true, null));

        assertThat(variables).containsOnlyKeys("agreed");
        assertThat(variables.get("agreed").getValue()).isEqualTo(true);
        assertThat(variables.get("agreed").isTransient()).isTrue();
    }

    @Test
    void returnsWithItsReasonStripped() {
        sent("approved", false);
        sent("reason", "  请补充\n责任人 ");

        assertThat(Decision.takenFrom(execution)).isEqualTo(new Decision(false, "请补充\n责任人"));

        assertThat(variables).containsOnlyKeys("agreed");
        assertThat(variables.get("agreed").getValue()).isEqualTo(false);
    }

    @Test
    void refusesToReturnWithoutAReason() {
        sent("approved", false);
        assertThatThrownBy(() -> Decision.takenFrom(execution))
                .isInstanceOf(Refusal.class)
                .hasMessage("退回必须写明理由，请填写后再提交。");
        sent("approved", false);
        sent("reason", " \n ");
        assertThatThrownBy(() -> Decision.takenFrom(execution)).hasMessage("退回必须写明理由，请填写后再提交。");
    }

    @Test
    void takesAReasonOfAThousandCharactersAndNotOneMore() {
        String longest = "𠮷".repeat(1000);
        sent("approved", false);
        sent("reason", longest);
        assertThat(Decision.takenFrom(execution).reason()).isEqualTo(longest);

        sent("approved", false);
        sent("reason", longest + "多");
        assertThatThrownBy(() -> Decision.takenFrom(execution)).hasMessage("退回理由最多 1000 字，现有 1001 字，请精简。");
    }

    @Test
    void refusesAReasonTheDatabaseCannotStore() {
        sent("approved", false);
        sent("reason", "请\0改");

        assertThatThrownBy(() -> Decision.takenFrom(execution)).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "同意", ""})
    void refusesAnAnswerThatIsNoYesOrNo(String answer) {
        sent("approved", answer);

        assertThatThrownBy(() -> Decision.takenFrom(execution)).hasMessage("请选择“同意”或“退回”后再提交。");
    }

    @Test
    void refusesNoAnswerAtAll() {
        sent("agreed", true);

        assertThatThrownBy(() -> Decision.takenFrom(execution)).hasMessage("请选择“同意”或“退回”后再提交。");
    }

    @Test
    void overwritesAFlagThatIsStored() {
        sent("agreed", true);
        sent("approved", false);
        sent("reason", "再改");

        Decision.takenFrom(execution);

        assertThat(variables.get("agreed").getValue()).isEqualTo(false);
        assertThat(variables.get("agreed").isTransient()).isFalse();
    }

    @Test
    void forgetsAnAnswerThatCameTooEarly() {
        sent("approved", true);
        sent("reason", "代填");

        Decision.forget(execution);

        assertThat(variables).isEmpty();
    }

    private void sent(String name, Object value) {
        variables.put(name, Variables.untypedValue(value, false));
    }

    private DelegateExecution execution() {
        DelegateExecution scope = mock(DelegateExecution.class);
        when(scope.getVariable(anyString())).thenAnswer(call -> {
            TypedValue value = variables.get(call.<String>getArgument(0));
            return value == null ? null : value.getValue();
        });
        when(scope.getVariableTyped(anyString(), anyBoolean()))
                .thenAnswer(call -> variables.get(call.<String>getArgument(0)));
        doAnswer(call -> variables.remove(call.<String>getArgument(0)))
                .when(scope)
                .removeVariable(anyString());
        doAnswer(call -> variables.put(call.getArgument(0), call.getArgument(1)))
                .when(scope)
                .setVariable(anyString(), any());
        return scope;
    }
}
