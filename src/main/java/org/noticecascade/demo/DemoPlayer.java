package org.noticecascade.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.noticecascade.Rounds;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.process.UnitProcess;
import org.noticecascade.report.process.ReportProcess;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Plays the staff of all units but some, so that one person can follow one notice alone.
 *
 * <p>Rounds run in the background until the notice closes or the player is stopped; a unit whose work waits for a
 * kept unit is looked at again in the next round.
 */
@Component
@Profile("demo")
class DemoPlayer implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(DemoPlayer.class);
    private static final Duration LONGEST_TASK = Duration.ofSeconds(10);

    private final TaskService tasks;
    private final DemoRoles roles;
    private final DemoProperties properties;
    private final Map<Long, Play> plays = new ConcurrentHashMap<>();
    private final Rounds rounds = new Rounds("demo-player", "The demo's other units could not be played");

    DemoPlayer(TaskService tasks, DemoRoles roles, DemoProperties properties) {
        this.tasks = tasks;
        this.roles = roles;
        this.properties = properties;
    }

    /**
     * How far a play is.
     *
     * @param kept units left to the person
     * @param completed tasks the player has completed
     * @param waiting its last round found nothing to do
     * @param problem what the last failed task said; {@code null} when all went well
     */
    record Play(
            long noticeId,
            Set<String> kept,
            long completed,
            boolean waiting,
            @Nullable String problem) {}

    /** Starts to play a notice; playing it again changes which units are kept. */
    synchronized Play start(long noticeId, Set<String> kept) {
        plays.put(noticeId, new Play(noticeId, Set.copyOf(kept), completedIn(noticeId), false, null));
        if (!rounds.areUnderWay()) {
            rounds.begin(properties.pause(), () -> plays.keySet().forEach(this::round));
        }
        return plays.get(noticeId);
    }

    void stop(long noticeId) {
        plays.remove(noticeId);
    }

    List<Play> all() {
        return List.copyOf(plays.values());
    }

    @Override
    public void destroy() {
        plays.clear();
        rounds.end(LONGEST_TASK);
    }

    private long completedIn(long noticeId) {
        Play known = plays.get(noticeId);
        return known == null ? 0 : known.completed();
    }

    private void round(long noticeId) {
        Play play = plays.get(noticeId);
        if (play == null) {
            return;
        }
        try {
            boolean idle = playOnce(play) == 0;
            plays.computeIfPresent(noticeId, (id, now) -> new Play(id, now.kept(), now.completed(), idle, null));
        } catch (RuntimeException e) {
            LOG.warn("Demo: a round of notice {} failed and is tried again", noticeId, e);
            plays.computeIfPresent(
                    noticeId, (id, now) -> new Play(id, now.kept(), now.completed(), true, e.getMessage()));
        }
    }

    /** Counts one by one, so that the console moves while a round over the whole country runs. */
    private void count(long noticeId) {
        plays.computeIfPresent(
                noticeId, (id, now) -> new Play(id, now.kept(), now.completed() + 1, false, now.problem()));
    }

    private int playOnce(Play play) {
        int done = 0;
        int skipped = 0;
        List<Task> open;
        do {
            open = tasks.createTaskQuery()
                    .processInstanceBusinessKeyLike(play.noticeId() + "/%")
                    .processDefinitionKeyIn(
                            UnitProcess.PROVINCIAL_PLAN, UnitProcess.LOCAL_STUDY_SESSION, ReportProcess.KEY)
                    .orderByTaskId()
                    .asc()
                    .listPage(skipped, properties.playBatch());
            for (Task task : open) {
                if (rounds.areEnding()) {
                    return done;
                }
                Assignment unit = roles.unitOf(task);
                if (isKept(play, task, unit)) {
                    skipped++;
                } else {
                    roles.complete(task, unit);
                    count(play.noticeId());
                    done++;
                }
            }
        } while (!open.isEmpty() && plays.containsKey(play.noticeId()));
        return done;
    }

    /** A kept unit keeps its superior's reviews of it too; headquarters, when kept, keeps all its reviews. */
    private boolean isKept(Play play, Task task, Assignment unit) {
        if (play.kept().contains(unit.unitCode())) {
            return true;
        }
        String actor = roles.actorOf(task, unit);
        return play.kept().contains(actor) && roles.isHeadquarters(actor);
    }
}
