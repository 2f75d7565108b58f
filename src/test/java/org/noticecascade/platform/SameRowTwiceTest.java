package org.noticecascade.platform;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SameRowTwiceTest {

    @ParameterizedTest
    @ValueSource(classes = {TaskEntity.class, ExecutionEntity.class, AuthorizationCommandChecker.class})
    void takesATaskWhoseExecutionIsGoneForARace(Class<?> where) {
        assertThatThrownBy(() -> engine(true).execute(missingItIn(where)))
                .isInstanceOf(OptimisticLockingException.class)
                .hasCauseInstanceOf(NullPointerException.class);
    }

    /** Else a task that is hidden would answer otherwise than one that never was. */
    @Test
    void takesATaskThatNeverWasForNoRace() {
        Command<Object> asked = nothingFor("TaskEntity.getId()", AuthorizationCommandChecker.class);

        assertThatThrownBy(() -> engine(true).execute(asked)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void letsAJobFailOfIt() {
        assertThatThrownBy(() -> engine(false).execute(missingItIn(TaskEntity.class)))
                .isInstanceOf(NullPointerException.class);
    }

    @Test
    void keepsEveryOtherMistakeVisible() {
        Command<Object> mistake = context -> {
            throw new NullPointerException("ours");
        };

        assertThatThrownBy(() -> engine(true).execute(mistake)).hasMessage("ours");
    }

    /** What the engine does when the row of the execution went between two statements. */
    private static Command<Object> missingItIn(Class<?> where) {
        return nothingFor("ExecutionEntity.getProcessDefinition()", where);
    }

    /** As the virtual machine says it. */
    private static Command<Object> nothingFor(String call, Class<?> where) {
        return context -> {
            NullPointerException gone = new NullPointerException(
                    "Cannot invoke \"org.camunda.bpm.engine.impl.persistence.entity." + call + "\" because it is null");
            gone.setStackTrace(new StackTraceElement[] {
                new StackTraceElement(where.getName(), "complete", where.getSimpleName() + ".java", 347)
            });
            throw gone;
        };
    }

    private static CommandInterceptor engine(boolean forAPerson) {
        SameRowTwice racing = new SameRowTwice(() -> forAPerson);
        racing.setNext(new CommandInterceptor() {
            @Override
            public <T> T execute(Command<T> command) {
                return command.execute(null);
            }
        });
        return racing;
    }
}
