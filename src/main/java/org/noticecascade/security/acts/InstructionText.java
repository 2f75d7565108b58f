package org.noticecascade.security.acts;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.cmd.AbstractProcessInstanceModificationCommand;

/** One instruction of a modification: what is started or cancelled, and where. */
final class InstructionText {
    private InstructionText() {}

    static String of(AbstractProcessInstanceModificationCommand instruction) {
        String where = Stream.of("activityId", "transitionId", "activityInstanceId", "transitionInstanceId")
                .map(name -> ValueText.of(FieldPath.of(name).read(instruction, null)))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
        String kind = instruction.getClass().getSimpleName().replaceAll("Cmd$", "");
        return kind + " " + where;
    }
}
