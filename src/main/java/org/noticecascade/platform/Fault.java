package org.noticecascade.platform;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.catalina.connector.ClientAbortException;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.noticecascade.Refusal;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.mail.MailException;

/** Whose doing a failure is. */
public final class Fault {
    private static final Set<Class<?>> NOT_OURS = Set.of(
            Refusal.class,
            AuthorizationException.class,
            BadUserRequestException.class,
            OptimisticLockingException.class,
            ConcurrencyFailureException.class,
            MailException.class,
            ClientAbortException.class);

    private Fault() {}

    /** Whether our code is to be looked at: nobody was refused, nobody was faster, and nothing around us was away. */
    public static boolean isOurs(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (!seen.add(cause)) {
                return true; // causes that point at each other
            }
            Throwable one = cause;
            if (NOT_OURS.stream().anyMatch(kind -> kind.isInstance(one))) {
                return false;
            }
        }
        return Outage.in(failure).isEmpty();
    }
}
