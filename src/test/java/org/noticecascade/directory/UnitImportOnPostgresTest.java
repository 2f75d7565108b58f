package org.noticecascade.directory;

import org.junit.jupiter.api.Tag;
import org.noticecascade.directory.DirectoryTestContext.DirectoryFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;

/** The same on PostgreSQL. */
@Tag("database")
@ContextConfiguration(classes = PostgresTestContext.class, inheritLocations = false)
class UnitImportOnPostgresTest extends UnitImportTest {

    @Autowired
    UnitImportOnPostgresTest(DirectoryFixture directory, Units units) {
        super(directory, units);
    }
}
