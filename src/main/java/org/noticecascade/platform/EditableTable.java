package org.noticecascade.platform;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;

/** A decision table that may be replaced while the service runs, and what it has to answer. */
public interface EditableTable {

    /** A case without a usable answer, in both languages. */
    record Fault(String chinese, String english) {}

    /** Id of the decision, and name of its file without the ending. */
    String key();

    /**
     * Asks a table for every case it has to answer.
     *
     * @return each that it does not; empty if the table can be used
     */
    List<Fault> faultsIn(Function<Map<String, Object>, DmnDecisionTableResult> table);
}
