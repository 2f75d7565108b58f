package org.noticecascade.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.env.MockEnvironment;

/** Nobody else on the machine reads the database's file. */
@DisabledOnOs(OS.WINDOWS)
class DataFolderTest {
    @TempDir
    private Path parent;

    @Test
    void makesTheFolderForOneselfAloneBeforeTheFirstFile() throws Exception {
        Path folder = parent.resolve("new/data");

        prepared(folder, "jdbc:h2:file:" + folder + "/cascade");

        assertThat(permissions(folder)).isEqualTo("rwx------");
    }

    @Test
    void closesWhatAnEarlierVersionLeftOpen() throws Exception {
        Path folder = Files.createDirectories(parent.resolve("data"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        database(folder);
        Path file = folder.resolve("cascade.mv.db");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        prepared(folder, "jdbc:h2:file:" + folder + "/cascade");

        assertThat(permissions(folder)).isEqualTo("rwx------");
        assertThat(permissions(file)).isEqualTo("rw-------");
        database(folder);
        assertThat(permissions(file)).isEqualTo("rw-------");
    }

    @Test
    void leavesAFolderAloneThatHoldsNoDatabase() {
        Path folder = parent.resolve("unused");

        prepared(folder, "jdbc:postgresql://localhost/cascade");
        prepared(folder, "jdbc:h2:mem:cascade");

        assertThat(folder).doesNotExist();
    }

    private static void prepared(Path folder, String url) {
        GenericApplicationContext context = new GenericApplicationContext();
        context.setEnvironment(new MockEnvironment()
                .withProperty("cascade.data-folder", folder.toString())
                .withProperty("spring.datasource.url", url));
        new DataFolder()
                .onApplicationEvent(new ApplicationPreparedEvent(new SpringApplication(), new String[0], context));
    }

    private static void database(Path folder) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + folder + "/cascade", "sa", "")) {
            connection.createStatement().execute("create table if not exists t (id int)");
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
