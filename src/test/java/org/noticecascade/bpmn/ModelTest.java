package org.noticecascade.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every model in {@code processes/} keeps the rules; {@link ModelRulesTest} shows that each rule can fail. */
class ModelTest {
    @Test
    void everyModelKeepsTheRules() throws IOException {
        ModelFolder project = ModelFolder.ofProject();
        assumeFalse(project.models().isEmpty(), "Skipped: there is no model in processes/ yet");

        List<String> problems = new ArrayList<>();
        for (Path file : project.models()) {
            String name = file.getFileName().toString();
            ModelRules.problemsOf(name, Files.readString(file), project)
                    .forEach(problem -> problems.add(name + ": " + problem));
        }

        assertThat(problems).isEmpty();
    }
}
