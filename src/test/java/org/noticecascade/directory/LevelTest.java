package org.noticecascade.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevelTest {

    @ParameterizedTest
    @CsvSource({
        "HQ,''",
        "DEPARTMENT,HQ",
        "PROVINCE,HQ",
        "PREFECTURE,PROVINCE",
        "COUNTY,PREFECTURE PROVINCE",
        "TOWNSHIP,COUNTY PREFECTURE"
    })
    void standsUnderTheseLevelsOnly(Level level, String parents) {
        Set<String> allowed = EnumSet.allOf(Level.class).stream()
                .filter(level::mayBeUnder)
                .map(Level::name)
                .collect(Collectors.toSet());

        assertThat(allowed).isEqualTo(parents.isEmpty() ? Set.of() : Set.of(parents.split(" ")));
    }

    @Test
    void readsNamesAndLabels() {
        assertThat(Level.of("county")).contains(Level.COUNTY);
        assertThat(Level.of("县级")).contains(Level.COUNTY);
        assertThat(Level.of("县")).isEmpty();
    }

    @Test
    void namesGroupsWithLettersAndDigitsOnly() {
        assertThat(Role.STAFF.groupOf("440300")).isEqualTo("U440300STAFF");
    }
}
