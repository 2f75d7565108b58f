package org.noticecascade.deputy.process;

import org.noticecascade.Rounds;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks again and again which ranges of deputies have begun and ended, while the service runs. */
@Component
@ConditionalOnProperty(name = "cascade.deputy.enabled", matchIfMissing = true)
class DeputyWatch implements SmartLifecycle {
    private final StandingIn standingIn;
    private final DeputyProperties properties;
    private final Rounds looks = new Rounds("deputy-watch", "Deputies could not be looked after");

    DeputyWatch(StandingIn standingIn, DeputyProperties properties) {
        this.standingIn = standingIn;
        this.properties = properties;
    }

    @Override
    public void start() {
        looks.begin(properties.poll(), standingIn::look);
    }

    @Override
    public void stop() {
        looks.end(properties.poll());
    }

    @Override
    public boolean isRunning() {
        return looks.areUnderWay();
    }
}
