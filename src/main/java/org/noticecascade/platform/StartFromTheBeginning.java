package org.noticecascade.platform;

import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.noticecascade.Refusal;

/**
 * Lets people start a process at its start event only. The engine lets whoever may start a process start it at any
 * element: behind the lead's signature, with the business key of any notice.
 *
 * <p>The command is not public API: this class is the one place that touches it.
 */
final class StartFromTheBeginning extends CommandInterceptor {
    private final BooleanSupplier actsForAPerson;

    StartFromTheBeginning(BooleanSupplier actsForAPerson) {
        this.actsForAPerson = actsForAPerson;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof StartProcessInstanceAtActivitiesCmd && actsForAPerson.getAsBoolean()) {
            Refusal refusal = Refusal.forbidden(
                    "流程只能从头开始，不能从中间环节启动。", "A process starts at its beginning, not at an element in the middle.");
            EngineErrors.remember(refusal);
            throw new BadUserRequestException(refusal.chinese(), refusal);
        }
        return next.execute(command);
    }
}
