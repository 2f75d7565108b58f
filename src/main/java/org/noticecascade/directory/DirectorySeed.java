package org.noticecascade.directory;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.noticecascade.CurrentUser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Fills an empty directory with the units that come with the service, unless {@code cascade.directory.seed=false}. */
@Component
@Order(DirectorySeed.ORDER)
public class DirectorySeed implements ApplicationRunner {
    /** Runners with a higher order find the units in place. */
    public static final int ORDER = 10;

    private static final Logger LOG = LoggerFactory.getLogger(DirectorySeed.class);
    private static final String FILE = "units.csv";

    private final DirectoryProperties properties;
    private final Units units;
    private final DirectoryImport directoryImport;

    DirectorySeed(DirectoryProperties properties, Units units, DirectoryImport directoryImport) {
        this.properties = properties;
        this.units = units;
        this.directoryImport = directoryImport;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (properties.seed() && units.count(null, null, null) == 0) {
            load();
        }
    }

    private void load() {
        LOG.info("单位目录为空，载入随附的单位。The directory is empty: loading the units that come with the service.");
        ImportProgress progress =
                new ProgressSteps(CurrentUser.SYSTEM, (stage, percent) -> LOG.info("{} {}%", stage.label(), percent));
        ImportResult result = directoryImport.run(FILE, bytes(), false, progress);
        if (!result.accepted()) {
            throw new IllegalStateException("The units that come with the service do not pass the import: "
                    + result.problems().get(0));
        }
        LOG.info("已载入 {} 个单位。Units loaded: {}.", result.created(), result.created());
    }

    private static byte[] bytes() {
        try {
            return new ClassPathResource("directory/" + FILE).getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the units that come with the service", e);
        }
    }
}
