package org.noticecascade.platform;

import java.sql.SQLException;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * Two calls that insert the same row in one moment, such as the permission that comes with claiming a task, are a race
 * like any other: the second is told to refresh. So are two who complete the last task of an instance, one of whom reads
 * the task before and its execution after the other's commit: the engine does not expect a task without one. Only for
 * people; a job that meets this is to fail and be seen.
 *
 * <p>Interceptors are not public API: they are the engine's one place for this.
 */
final class SameRowTwice extends CommandInterceptor {
    private static final String UNIQUE_VIOLATION = "23505";

    /** Where the engine misses the execution that somebody else has just ended. */
    private static final Set<String> GONE = Set.of(TaskEntity.class.getName(), ExecutionEntity.class.getName());

    /** Asks who may see a task; it stumbles over a task that never was as well, which is no race. */
    private static final String CHECKER = AuthorizationCommandChecker.class.getName();

    private final BooleanSupplier actsForAPerson;

    SameRowTwice(BooleanSupplier actsForAPerson) {
        this.actsForAPerson = actsForAPerson;
    }

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (ProcessEngineException e) {
            if (actsForAPerson.getAsBoolean() && isDoubledRow(e)) {
                throw new OptimisticLockingException("ENGINE-03005 Somebody else has just written the same row", e);
            }
            throw e;
        } catch (NullPointerException e) {
            if (actsForAPerson.getAsBoolean() && isTaskWithoutExecution(e)) {
                throw new OptimisticLockingException("ENGINE-03005 Somebody else has just completed the same task", e);
            }
            throw e;
        }
    }

    private static boolean isTaskWithoutExecution(NullPointerException failure) {
        StackTraceElement[] at = failure.getStackTrace();
        if (at.length == 0) {
            return false;
        }
        String where = at[0].getClassName();
        return GONE.contains(where) || (CHECKER.equals(where) && missesAnExecution(failure));
    }

    /** The virtual machine says what was called on nothing. */
    private static boolean missesAnExecution(NullPointerException failure) {
        return failure.getMessage() != null && failure.getMessage().contains(ExecutionEntity.class.getName() + ".");
    }

    /** H2 and PostgreSQL use the same state; a batch that failed carries it in the exception that follows. */
    private static boolean isDoubledRow(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                for (SQLException each = sql; each != null; each = each.getNextException()) {
                    if (UNIQUE_VIOLATION.equals(each.getSQLState())) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
