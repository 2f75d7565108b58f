package org.noticecascade.cockpit.web;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.noticecascade.NoticeCascadeApplication;
import org.noticecascade.directory.People;
import org.noticecascade.directory.Person;
import org.noticecascade.directory.Role;
import org.noticecascade.notice.Assignment;
import org.noticecascade.platform.AsSystem;
import org.springframework.stereotype.Component;

/** What is open for one unit and with whom; the only place where the board asks the engine, for one unit at a time. */
@Component
class OpenTasks {
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final People people;
    private final AsSystem asSystem;

    OpenTasks(TaskService tasks, RuntimeService runtime, People people, AsSystem asSystem) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.people = people;
        this.asSystem = asSystem;
    }

    /**
     * One open task.
     *
     * @param key the model's task without its prefix, for example {@code draftPlan}
     * @param claimed whether one person has taken it; {@code people} then is that person
     */
    record OpenTask(String key, String name, OffsetDateTime since, boolean claimed, List<Someone> people) {}

    record Someone(String name, @Nullable String phone, String unitCode) {}

    /** Open tasks of the unit's processes, oldest first. */
    List<OpenTask> of(Assignment unit) {
        return asSystem.call(
                () -> tasks
                        .createTaskQuery()
                        .processInstanceBusinessKey(unit.businessKey())
                        .orderByTaskCreateTime()
                        .asc()
                        .list()
                        .stream()
                        .map(this::open)
                        .toList());
    }

    /** The unit's process instance while it runs; Cockpit has no page for one that has ended. */
    @Nullable
    String runningInstance(Assignment unit) {
        String instance = unit.instanceId();
        boolean runs = instance != null
                && asSystem.call(() -> runtime.createProcessInstanceQuery()
                                .processInstanceId(instance)
                                .count())
                        > 0;
        return runs ? instance : null;
    }

    /** Whether the current user may open the page of this instance in Cockpit. */
    boolean showsInstance(@Nullable String instance) {
        return instance != null
                && runtime.createProcessInstanceQuery()
                                .processInstanceId(instance)
                                .count()
                        > 0;
    }

    private OpenTask open(Task task) {
        String key = task.getTaskDefinitionKey();
        return new OpenTask(
                key.substring(key.indexOf('_') + 1),
                task.getName(),
                moment(task.getCreateTime()),
                task.getAssignee() != null,
                task.getAssignee() == null
                        ? candidates(task)
                        : people.find(task.getAssignee()).map(OpenTasks::someone).stream()
                                .toList());
    }

    private List<Someone> candidates(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(link -> link.getGroupId())
                .filter(Objects::nonNull)
                .flatMap(group -> membersOf(group).stream())
                .map(OpenTasks::someone)
                .toList();
    }

    private List<Person> membersOf(String group) {
        return Arrays.stream(Role.values())
                .filter(role -> group.endsWith(role.name()))
                .findFirst()
                .map(role -> people.of(
                        group.substring(1, group.length() - role.name().length()), role))
                .orElse(List.of());
    }

    private static Someone someone(Person person) {
        return new Someone(person.name(), person.phone(), person.unitCode());
    }

    private static OffsetDateTime moment(Date date) {
        return date.toInstant().atZone(ZoneId.of(NoticeCascadeApplication.ZONE)).toOffsetDateTime();
    }
}
