package org.noticecascade.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.event.SpringApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/**
 * Keeps H2's files from other accounts of the machine: the folder is for the service's own account alone, before the
 * first file is written, and so are the files. H2 leaves both to the umask, which lets everybody read.
 *
 * <p>Nothing to do on PostgreSQL, in memory, or on a file system without such permissions.
 */
public final class DataFolder implements ApplicationListener<SpringApplicationEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final String DATABASE = "cascade.";

    @Override
    public void onApplicationEvent(SpringApplicationEvent event) {
        if (event instanceof ApplicationPreparedEvent prepared) {
            close(prepared.getApplicationContext().getEnvironment());
        } else if (event instanceof ApplicationReadyEvent ready) {
            close(ready.getApplicationContext().getEnvironment());
        }
    }

    private static void close(Environment environment) {
        String folder = environment.getProperty("cascade.data-folder");
        String url = environment.getProperty("spring.datasource.url", "");
        if (folder != null && url.startsWith("jdbc:h2:file:" + folder)) {
            close(Path.of(folder.replaceFirst("^~(?=/)", System.getProperty("user.home"))));
        }
    }

    static void close(Path folder) {
        try {
            Files.createDirectories(folder);
            if (!Files.getFileStore(folder).supportsFileAttributeView("posix")) {
                return;
            }
            Files.setPosixFilePermissions(folder, FOLDER);
            for (Path file : files(folder)) {
                Files.setPosixFilePermissions(file, FILE);
            }
        } catch (IOException e) {
            LOG.warn(
                    "数据文件夹 {} 的权限无法收紧，本机其他账号可能读到数据。The data folder could not be closed to other accounts: {}",
                    folder.toAbsolutePath(),
                    e.toString());
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(DATABASE))
                    .filter(Files::isRegularFile)
                    .toList();
        }
    }
}
