package org.noticecascade.desk.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.AuthorizationQuery;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.noticecascade.ProcessTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Who gets what, and nodes that start in the same moment: grants and filters that both of them wrote ended one. */
@ProcessTest
class GrantsTest {
    /** Every group may read its own name and those of its tenants. */
    private static final Set<Integer> OF_ITSELF =
            Set.of(Resources.GROUP.resourceType(), Resources.TENANT.resourceType());

    @Autowired
    Grants grants;

    @Autowired
    AuthorizationService authorizations;

    @RepeatedTest(3)
    void twoNodesThatStartInTheSameMomentWriteEachGrantOnce() throws Exception {
        List<String> written =
                toEverybody().list().stream().map(Authorization::getId).toList();
        assertThat(written).isNotEmpty();
        written.forEach(authorizations::deleteAuthorization);
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<Void> node = () -> {
            together.await(30, TimeUnit.SECONDS);
            grants.write();
            return null;
        };
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            for (Future<Void> each : nodes.invokeAll(List.of(node, node))) {
                each.get();
            }
        } finally {
            nodes.shutdownNow();
        }
        assertThat(toEverybody().count()).isEqualTo(written.size());
    }

    @Test
    void supervisorsOfAnyUnitWithUnitsBelowItOpenTheBoardAndNothingElse() {
        assertThat(grantedTo("U640100SUPERVISOR")).containsExactly("cockpit");
        assertThat(grantedTo("U640104SUPERVISOR")).isEmpty();
        assertThat(grantedTo("U640000SUPERVISOR")).hasSizeGreaterThan(1).contains("cockpit");
    }

    private List<String> grantedTo(String group) {
        return authorizations.createAuthorizationQuery().groupIdIn(group).list().stream()
                .filter(each -> !OF_ITSELF.contains(each.getResourceType()))
                .map(Authorization::getResourceId)
                .distinct()
                .toList();
    }

    private AuthorizationQuery toEverybody() {
        return authorizations
                .createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_GLOBAL)
                .resourceType(Resources.PROCESS_DEFINITION);
    }
}
