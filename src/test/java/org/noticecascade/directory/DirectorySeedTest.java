package org.noticecascade.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.noticecascade.directory.DirectoryTestContext.DirectoryFixture.SMALL_COUNTRY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.noticecascade.directory.DirectoryTestContext.DirectoryFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig(DirectoryTestContext.class)
class DirectorySeedTest {
    private final DirectoryFixture directory;
    private final Units units;
    private final DirectoryImport directoryImport;
    private final IdentityService identities;

    @Autowired
    DirectorySeedTest(
            DirectoryFixture directory, Units units, DirectoryImport directoryImport, IdentityService identities) {
        this.directory = directory;
        this.units = units;
        this.directoryImport = directoryImport;
        this.identities = identities;
    }

    @BeforeEach
    void empty() {
        directory.clear();
    }

    @Test
    void fillsAnEmptyDirectoryWithTheWholeCountry() {
        seed(true);

        assertThat(units.count(null, Level.HQ, null)).isEqualTo(1);
        assertThat(units.count(null, Level.DEPARTMENT, null)).isEqualTo(29);
        assertThat(units.count(null, Level.PROVINCE, null)).isEqualTo(32);
        assertThat(units.count(null, Level.PREFECTURE, null)).isEqualTo(333);
        assertThat(units.count(null, Level.COUNTY, null)).isEqualTo(2_844);
        assertThat(units.get("120000").name()).isEqualTo("天津市市场监督管理委员会");
        assertThat(units.all()).extracting(Unit::name).doesNotHaveDuplicates();
        assertThat(identities.createTenantQuery().count()).isEqualTo(61);
        assertThat(identities.createGroupQuery().count()).isZero();
    }

    @Test
    void leavesADirectoryAloneThatHasUnits() {
        directory.importing(SMALL_COUNTRY);

        seed(true);

        assertThat(units.all()).hasSize(7);
    }

    @Test
    void loadsNothingWhenSwitchedOff() {
        seed(false);

        assertThat(units.all()).isEmpty();
    }

    @Test
    void holdsEveryUnitOfTheSourceData() throws IOException {
        Path source = shared("data/units.csv");
        Assumptions.assumeTrue(Files.exists(source), "SKIPPED: shared data not found, set NOTICE_CASCADE_SHARED");
        seed(true);

        ImportResult result = directoryImport.run("units.csv", Files.readAllBytes(source), true, ImportProgress.NONE);

        assertThat(result.problems()).isEmpty();
        assertThat(result.ignoredColumns()).isEqualTo(List.of("admin_division"));
        assertThat(result.created()).isZero();
        assertThat(result.rows()).isEqualTo(3_210);
    }

    private void seed(boolean on) {
        new DirectorySeed(new DirectoryProperties(on, 5_242_880, 20_000), units, directoryImport)
                .run(new DefaultApplicationArguments());
    }

    private static Path shared(String file) {
        return Path.of(Optional.ofNullable(System.getenv("NOTICE_CASCADE_SHARED"))
                        .orElse("../shared"))
                .resolve(file);
    }
}
