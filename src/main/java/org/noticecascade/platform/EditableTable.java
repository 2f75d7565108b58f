package org.noticecascade.platform;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;

/** A decision table that may be replaced while the service runs, and what it has to answer. */
public interface EditableTable {

    /** Id of the decision, and name of its file without the ending. */
    String key();

    /**
     * Asks a table for every case it has to answer.
     *
     * @return one line for each that it does not, Chinese first; empty if the table can be used
     */
    List<String> faultsIn(Function<Map<String, Object>, DmnDecisionTableResult> table);
}
