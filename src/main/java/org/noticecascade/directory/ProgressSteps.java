package org.noticecascade.directory;

import java.util.function.BiConsumer;

/** Thins progress out to one report per ten percent, for a log or a terminal. */
class ProgressSteps implements ImportProgress {
    private static final int STEP = 10;

    private final String importedBy;
    private final BiConsumer<Stage, Integer> report;
    private int next;

    ProgressSteps(String importedBy, BiConsumer<Stage, Integer> report) {
        this.importedBy = importedBy;
        this.report = report;
    }

    @Override
    public String importedBy() {
        return importedBy;
    }

    @Override
    public void at(Stage stage, int done, int total) {
        int percent = stage.percent(done, total);
        if (percent >= next) {
            report.accept(stage, percent);
            next = (percent / STEP + 1) * STEP;
        }
    }
}
