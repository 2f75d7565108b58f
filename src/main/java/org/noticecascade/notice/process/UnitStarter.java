package org.noticecascade.notice.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.noticecascade.directory.Units;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Card;
import org.noticecascade.notice.Issuing;
import org.noticecascade.notice.Notice;
import org.noticecascade.notice.Notices;
import org.noticecascade.platform.AsSystem;
import org.springframework.stereotype.Component;

/** Starts the processes of units and notes their instances, in the caller's transaction. */
@Component
class UnitStarter {
    private final UnitInstances instances;
    private final Issuing issuing;
    private final Notices notices;
    private final Units directory;
    private final Arrivals arrivals;
    private final AsSystem asSystem;

    UnitStarter(
            UnitInstances instances,
            Issuing issuing,
            Notices notices,
            Units directory,
            Arrivals arrivals,
            AsSystem asSystem) {
        this.asSystem = asSystem;
        this.instances = instances;
        this.issuing = issuing;
        this.notices = notices;
        this.directory = directory;
        this.arrivals = arrivals;
    }

    /**
     * Starts units of one notice below one superior; what is the same for all of them is read once. Nobody is noted as who
     * started them: whoever may see an instance would read the name of a person of another unit.
     *
     * @throws OptimisticLockingException if one of them left the notice meanwhile; a job is tried again at once
     */
    void start(List<Assignment> units) {
        if (!units.isEmpty()) {
            asSystem.run(() -> startAll(units));
        }
    }

    private void startAll(List<Assignment> units) {
        Notice notice = notices.get(units.get(0).noticeId());
        Map<String, String> names = directory.namesBeside(units.get(0).unitCode());
        Map<String, String> definitions = new LinkedHashMap<>();
        Map<Long, String> started = new LinkedHashMap<>();
        for (Assignment unit : units) {
            String name = names.computeIfAbsent(
                    unit.unitCode(), code -> directory.get(code).name());
            Arrival arrival = new Arrival(unit.businessKey(), Card.of(notice, unit, name));
            started.put(unit.id(), arrivals.during(arrival, () -> start(unit, definitions)));
        }
        if (!issuing.started(started)) {
            throw new OptimisticLockingException("A unit was waived, or the notice closed, while it was started");
        }
    }

    /** The newest version is looked up for the first unit of each kind. */
    private String start(Assignment unit, Map<String, String> definitions) {
        String process = UnitProcess.keyFor(unit.level());
        String known = definitions.get(process);
        ProcessInstance instance =
                known == null ? instances.startNewest(process, unit) : instances.startVersion(known, unit);
        definitions.put(process, instance.getProcessDefinitionId());
        return instance.getId();
    }
}
