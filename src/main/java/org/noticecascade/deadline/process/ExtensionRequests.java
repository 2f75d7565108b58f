package org.noticecascade.deadline.process;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.noticecascade.deadline.Extending;
import org.noticecascade.deadline.Extension;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.process.UnitInstances;
import org.noticecascade.platform.AsSystem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a request for more time to the superior: the request and its process together. */
@Component
public class ExtensionRequests {
    private final Extending extending;
    private final UnitInstances instances;
    private final AsSystem asSystem;

    ExtensionRequests(Extending extending, UnitInstances instances, AsSystem asSystem) {
        this.extending = extending;
        this.instances = instances;
        this.asSystem = asSystem;
    }

    /**
     * Asks for more time.
     *
     * @throws org.noticecascade.Refusal as {@link Extending#ask}
     */
    @Transactional
    public Extension ask(Assignment unit, @Nullable String reason, @Nullable LocalDate newDue, boolean downwards) {
        Extension extension = extending.ask(unit, reason, newDue, downwards);
        asSystem.call(() -> instances.start(ExtensionProcess.KEY, unit));
        return extension;
    }
}
