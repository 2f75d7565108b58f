package org.noticecascade.notice.process;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.noticecascade.notice.Card;
import org.springframework.stereotype.Component;

/**
 * Hands an {@link Arrival} from the start of a unit's process to its first card, which is written by the same thread
 * before the start returns. No process variable: those can be sent by whoever completes a task.
 */
@Component
class Arrivals {
    @SuppressWarnings("ThreadLocalUsage") // a bean: there is one
    private final ThreadLocal<@Nullable Arrival> current = new ThreadLocal<>();

    /** Starts a process while the arrival is at hand. */
    <T> T during(Arrival arrival, Supplier<T> start) {
        current.set(arrival);
        try {
            return start.get();
        } finally {
            current.remove();
        }
    }

    /** The card of the instance with that business key, if that is what is being started. */
    Optional<Card> cardOf(@Nullable String businessKey) {
        return Optional.ofNullable(current.get())
                .filter(arrival -> arrival.businessKey().equals(businessKey))
                .map(Arrival::card);
    }
}
