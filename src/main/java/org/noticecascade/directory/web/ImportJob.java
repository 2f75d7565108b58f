package org.noticecascade.directory.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.noticecascade.directory.DirectoryImport;
import org.noticecascade.directory.ImportProgress;
import org.noticecascade.directory.ImportResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One uploaded file on its way; written by the background thread, read by requests. */
class ImportJob implements Runnable, ImportProgress {
    private static final Logger LOG = LoggerFactory.getLogger(ImportJob.class);

    private final String id;
    private final String fileName;
    private final boolean dryRun;
    private final String importedBy;
    private final DirectoryImport directoryImport;
    private byte @Nullable [] bytes;
    private ImportState state = ImportState.QUEUED;
    private String step = "等待";
    private int percent;
    private @Nullable ImportResult result;

    ImportJob(
            String id,
            String fileName,
            byte[] bytes,
            boolean dryRun,
            String importedBy,
            DirectoryImport directoryImport) {
        this.id = id;
        this.fileName = fileName;
        this.bytes = bytes;
        this.dryRun = dryRun;
        this.importedBy = importedBy;
        this.directoryImport = directoryImport;
    }

    @Override
    public void run() {
        byte[] content = start();
        try {
            finish(directoryImport.run(fileName, content, dryRun, this));
        } catch (RuntimeException e) {
            LOG.error("Import {} of {} failed; nothing was written", id, fileName, e);
            fail();
        }
    }

    @Override
    public String importedBy() {
        return importedBy;
    }

    @Override
    public synchronized void at(Stage stage, int done, int total) {
        step = stage.label();
        percent = Math.max(percent, stage.percent(done, total));
    }

    synchronized ImportView view() {
        ImportResult known = result == null
                ? new ImportResult(null, null, dryRun, 0, 0, 0, 0, List.of(), List.of(), List.of())
                : result;
        return new ImportView(
                id,
                fileName,
                dryRun,
                state,
                step,
                percent,
                known.kind(),
                known.sheet(),
                known.rows(),
                known.created(),
                known.updated(),
                known.unchanged(),
                known.ignoredColumns(),
                known.problems(),
                known.notes());
    }

    String id() {
        return id;
    }

    /** How much memory this job holds, roughly. */
    synchronized int problems() {
        return result == null ? 0 : result.problems().size();
    }

    synchronized boolean isOver() {
        return state == ImportState.DONE || state == ImportState.REFUSED || state == ImportState.FAILED;
    }

    private synchronized byte[] start() {
        state = ImportState.RUNNING;
        byte[] content = bytes == null ? new byte[0] : bytes;
        bytes = null;
        return content;
    }

    private synchronized void finish(ImportResult found) {
        result = found;
        state = found.accepted() ? ImportState.DONE : ImportState.REFUSED;
        step = found.accepted() ? "完成" : "有问题，未写入";
        percent = 100;
    }

    private synchronized void fail() {
        state = ImportState.FAILED;
        step = "导入中断，没有写入任何数据。请稍后再试；若仍失败，请系统管理员查看日志。";
    }
}
