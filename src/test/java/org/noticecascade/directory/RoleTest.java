package org.noticecascade.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoleTest {

    /** Everything an import takes as a code. */
    @ParameterizedTest
    @ValueSource(strings = {"640000", "6401A4", "A1", "abc", "330106001002", "9LEAD"})
    void readsTheUnitOutOfTheGroup(String code) {
        for (Role role : Role.values()) {
            assertThat(Role.unitOf(role.groupOf(code))).contains(code);
        }
    }

    @Test
    void takesNoOtherGroupForAUnits() {
        assertThat(Role.unitOf("camunda-admin")).isEmpty();
        assertThat(Role.unitOf("USTAFF")).isEmpty();
        assertThat(Role.unitOf("U640000")).isEmpty();
    }
}
