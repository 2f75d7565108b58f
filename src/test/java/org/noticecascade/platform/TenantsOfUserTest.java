package org.noticecascade.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.TenantQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.noticecascade.ProcessTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The service answers whose tenants a user has in its own way; a page of the same is still the engine's answer. */
@ProcessTest
class TenantsOfUserTest {
    private static final int ALL = 1_000;

    @Autowired
    private IdentityService identities;

    @Autowired
    private JdbcTemplate jdbc;

    @AfterEach
    void goBack() {
        identities.clearAuthentication();
        identities.deleteTenantUserMembership("640000", "u310101staff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"u310101staff", "u310000lead", "u000000staff", "u000000supervisor", "admin", "nobody"})
    void areThoseTheEngineFinds(String user) {
        assertThat(ids(of(user).list())).isEqualTo(ids(of(user).listPage(0, ALL)));
    }

    @Test
    void includeThoseGivenToTheUserAlone() {
        identities.createTenantUserMembership("640000", "u310101staff");

        assertThat(ids(of("u310101staff").list())).containsExactly("310000", "640000");
    }

    @Test
    void areNotShownToSomebodyWhoMayNotSeeThem() {
        identities.setAuthentication("u640000staff", List.of("U640000STAFF"));

        assertThat(ids(of("u310101staff").list()))
                .isEqualTo(ids(of("u310101staff").listPage(0, ALL)))
                .isEmpty();
    }

    @Test
    void keepsToTheOtherConditionsOfAQuery() {
        assertThat(ids(of("u000000staff").tenantId("310000").list())).containsExactly("310000");
    }

    @Test
    void headquartersIsFoundByItsLevel() {
        assertThat(jdbc.queryForList("explain select code from unit where level = 'HQ'", String.class)
                        .toString())
                .containsIgnoringCase("unit_level");
    }

    private TenantQuery of(String user) {
        return identities.createTenantQuery().userMember(user).includingGroupsOfUser(true);
    }

    private static List<String> ids(List<Tenant> tenants) {
        return tenants.stream().map(Tenant::getId).toList();
    }
}
