package org.noticecascade.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Where pictures are kept, and a copy of each for the handbook where {@code browser.pictures} names a folder. */
final class Pictures {
    private Pictures() {}

    /** The file below {@code target/browser} that a picture goes to. */
    static Path of(String name) {
        return DemoService.FOLDER.resolve(name + ".png");
    }

    /** Copies the picture to the handbook, without the number it begins with. */
    static void hand(String name) {
        String folder = System.getProperty("browser.pictures", "");
        if (folder.isBlank()) {
            return;
        }
        try {
            Path target = Path.of(folder).resolve(name.replaceFirst("^\\d+-", "") + ".png");
            Files.createDirectories(target.getParent());
            Files.copy(of(name), target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
