package org.noticecascade.benchmarks.launch;

/** Who takes part, in the order of a round; the floor needs the database ours has just left. */
enum Contestant {
    OURS("this service", OursRun.class, ""),
    FLOOR("floor: the same rows by JDBC", FloorRun.class, ""),
    CAMUNDA("plain Camunda 7.24.0, one step", CamundaRun.class, "camunda"),
    OPERATON("plain Operaton 1.0.3, one step", OperatonRun.class, "operaton"),
    FLOWABLE("plain Flowable 7.1.0, one step", FlowableRun.class, "flowable"),
    TEXTBOOK("textbook: nested multi-instance", TextbookRun.class, "camunda"),
    OURS_ON_H2("this service on an H2 file", OursRun.class, "");

    final String label;
    final Class<?> main;

    /** Whose class path; empty for the service's own. */
    final String classPath;

    Contestant(String label, Class<?> main, String classPath) {
        this.label = label;
        this.main = main;
        this.classPath = classPath;
    }
}
