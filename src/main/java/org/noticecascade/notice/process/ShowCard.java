package org.noticecascade.notice.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.noticecascade.PlainText;
import org.noticecascade.notice.Assignments;
import org.noticecascade.notice.Card;
import org.noticecascade.notice.Cards;
import org.noticecascade.platform.Decision;
import org.springframework.stereotype.Component;

/**
 * Creation of every user task: writes what the card in Tasklist shows into the task itself, so that the list needs
 * no process variables. An answer sent along with an earlier task is removed: only whoever gets this one gives it.
 *
 * <p>Name: act, unit and document number, since one person may have the same act to do for several notices.
 * Description: number and title of the notice. Due at the end of the assignment's due day.
 */
@Component
class ShowCard implements TaskListener {
    private static final String SEPARATOR = " · ";
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_DESCRIPTION = 300;

    private final Cards cards;
    private final Clock clock;
    private final Arrivals arrivals;

    ShowCard(Cards cards, Clock clock, Arrivals arrivals) {
        this.cards = cards;
        this.clock = clock;
        this.arrivals = arrivals;
    }

    @Override
    public void notify(DelegateTask task) {
        Decision.forget(task.getExecution());
        String key = task.getExecution().getProcessBusinessKey();
        Card card = arrivals.cardOf(key)
                .orElseGet(() -> cards.of(Assignments.noticeIdIn(key), Assignments.unitCodeIn(key)));
        task.setName(PlainText.clipped(
                Stream.of(task.getName(), card.unitName(), card.documentNumber())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(SEPARATOR)),
                LONGEST_NAME));
        task.setDescription(PlainText.clipped(card.caption(), LONGEST_DESCRIPTION));
        task.setPriority(card.urgency().priority());
        LocalDate due = card.due();
        if (due != null) {
            task.setDueDate(DayEnd.ofTask(due, clock));
        }
    }
}
