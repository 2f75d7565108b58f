package org.noticecascade.bpmn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where models and what they name are found.
 *
 * @param processes holds {@code *.bpmn} and {@code *.dmn}
 * @param forms holds {@code <process>.<task>.html}
 * @param sources the Java sources, with the delegates somewhere below
 */
record ModelFolder(Path processes, Path forms, Path sources) {

    /** The project's own models. */
    static ModelFolder ofProject() {
        return new ModelFolder(Path.of("processes"), Path.of("forms"), Path.of("src/main/java"));
    }

    /** A small model that keeps every rule, to break one at a time. */
    static ModelFolder ofSample() {
        Path sample = Path.of("src/test/resources/sample-models");
        return new ModelFolder(sample.resolve("processes"), sample.resolve("forms"), sample.resolve("sources"));
    }

    List<Path> models() {
        return files(".bpmn");
    }

    private List<Path> files(String ending) {
        if (!Files.isDirectory(processes)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(processes)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean hasForm(String fileName) {
        return Files.isRegularFile(forms.resolve(fileName));
    }

    boolean hasProcess(String id) {
        return Files.isRegularFile(processes.resolve(id + ".bpmn"));
    }

    boolean hasDecision(String id) {
        Pattern decision = Pattern.compile("<(\\w+:)?decision\\s[^>]*\\bid=\"" + Pattern.quote(id) + "\"");
        return files(".dmn").stream()
                .anyMatch(table -> decision.matcher(read(table)).find());
    }

    /** The source of the top-level class of that simple name. */
    Optional<String> source(String className) {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.getFileName().toString().equals(className + ".java"))
                    .min(Comparator.comparing(file -> !file.getParent().endsWith("process")))
                    .map(ModelFolder::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
