package org.noticecascade.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.noticecascade.directory.DirectoryTestContext.DirectoryFixture.SMALL_COUNTRY;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.noticecascade.Refusal;
import org.noticecascade.directory.DirectoryTestContext.DirectoryFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig(DirectoryTestContext.class)
class UnitsTest {
    private final DirectoryFixture directory;
    private final Units units;

    @Autowired
    UnitsTest(DirectoryFixture directory, Units units) {
        this.directory = directory;
        this.units = units;
    }

    @BeforeEach
    void smallCountry() {
        directory.clear();
        directory.importing(SMALL_COUNTRY);
    }

    @Test
    void findsByPartOfTheNameAndBeginningOfTheCode() {
        assertThat(units.search("市局", null, null, 0, 10)).extracting(Unit::code).containsExactly("310000", "440300");
        assertThat(units.search(" 4403 ", null, null, 0, 10))
                .extracting(Unit::code)
                .containsExactly("440300", "440303");
        assertThat(units.count("市局", null, null)).isEqualTo(2);
    }

    @Test
    void takesWildcardsInTheTextLiterally() {
        assertThat(units.search("%", null, null, 0, 10)).isEmpty();
        assertThat(units.search("_", null, null, 0, 10)).isEmpty();
        assertThat(units.search("!", null, null, 0, 10)).isEmpty();
    }

    @Test
    void filtersByLevelAndParentPageByPage() {
        assertThat(units.search(null, Level.PROVINCE, "000000", 0, 1))
                .extracting(Unit::code)
                .containsExactly("310000");
        assertThat(units.search(null, Level.PROVINCE, "000000", 1, 1))
                .extracting(Unit::code)
                .containsExactly("440000");
        assertThat(units.count(null, Level.PROVINCE, "000000")).isEqualTo(2);
        assertThat(units.count("", null, null)).isEqualTo(7);
    }

    @Test
    void listsInactiveUnitsOnlyWhereAskedForByCode() {
        directory
                .jdbc()
                .sql("update unit set active = false where code = '440303'")
                .update();

        assertThat(units.childrenOf("440300")).isEmpty();
        assertThat(units.count(null, Level.COUNTY, null)).isEqualTo(1);
        assertThat(units.get("440303").active()).isFalse();
    }

    @Test
    void climbsTheHierarchy() {
        assertThat(units.ancestorsOf("440303")).extracting(Unit::code).containsExactly("440300", "440000", "000000");
        assertThat(units.ancestorsOf("000000")).isEmpty();
        assertThat(units.isWithin("440303", "440000")).isTrue();
        assertThat(units.isWithin("440303", "440303")).isTrue();
        assertThat(units.isWithin("440303", "310000")).isFalse();
        assertThat(units.isWithin("440000", "440303")).isFalse();
    }

    @Test
    void refusesUnknownCodeAsNotFound() {
        assertThatThrownBy(() -> units.get("999999"))
                .isInstanceOfSatisfying(
                        UnknownUnit.class, e -> assertThat(e.kind()).isEqualTo(Refusal.Kind.NOT_FOUND))
                .hasMessageContaining("999999");
        assertThatThrownBy(() -> units.ancestorsOf("999999")).isInstanceOf(UnknownUnit.class);
    }
}
