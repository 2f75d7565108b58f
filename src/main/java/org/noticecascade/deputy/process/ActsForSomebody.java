package org.noticecascade.deputy.process;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.noticecascade.CurrentUser;
import org.noticecascade.PlainText;
import org.noticecascade.deputy.StandIns;
import org.noticecascade.ledger.Behalf;
import org.noticecascade.platform.TaskCompletion;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Notes, until the transaction ends, that whoever completes a task does so for somebody who is away: the task is
 * offered to a group they are in for nobody's sake but that person's.
 */
@Component
class ActsForSomebody implements TaskCompletion, Behalf {
    private static final int LONGEST = 100;

    private final CurrentUser user;
    private final StandIns standIns;
    private final Memberships memberships;

    ActsForSomebody(CurrentUser user, StandIns standIns, Memberships memberships) {
        this.user = user;
        this.standIns = standIns;
        this.memberships = memberships;
    }

    @Override
    public void completing(DelegateTask task) {
        List<String> groups = task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .toList();
        String id = user.id();
        List<String> names = groups.stream()
                .flatMap(group -> standIns.namesOfAbsent(id, group).stream())
                .distinct()
                .toList();
        if (!names.isEmpty() && groups.stream().noneMatch(group -> memberships.isOwn(id, group))) {
            remember("代 " + String.join("、", names));
        }
    }

    @Override
    public Optional<String> name() {
        return Optional.ofNullable((String) TransactionSynchronizationManager.getResource(this));
    }

    private void remember(String behalf) {
        if (TransactionSynchronizationManager.hasResource(this)) {
            TransactionSynchronizationManager.unbindResource(this);
        } else {
            TransactionSynchronizationManager.registerSynchronization(new Forgetting());
        }
        TransactionSynchronizationManager.bindResource(this, PlainText.clipped(behalf, LONGEST));
    }

    private final class Forgetting implements TransactionSynchronization {
        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(ActsForSomebody.this);
        }
    }
}
