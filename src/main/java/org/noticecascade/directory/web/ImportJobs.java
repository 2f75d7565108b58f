package org.noticecascade.directory.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.noticecascade.CurrentUser;
import org.noticecascade.Refusal;
import org.noticecascade.directory.DirectoryImport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Runs uploaded files one after another in the background and remembers the last results, in memory only. */
@Component
class ImportJobs implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(ImportJobs.class);
    private static final int SECONDS_TO_END = 30;
    private static final int WAITING = 4;
    private static final int KEPT = 20;
    private static final int KEPT_PROBLEMS = 200_000;

    private final DirectoryImport directoryImport;
    private final CurrentUser user;
    private final Map<String, ImportJob> jobs = new LinkedHashMap<>();
    private final ThreadPoolExecutor executor = new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), task -> new Thread(task, "directory-import"));

    ImportJobs(DirectoryImport directoryImport, CurrentUser user) {
        this.directoryImport = directoryImport;
        this.user = user;
    }

    /** @throws Refusal if too many files wait already */
    synchronized ImportJob start(String fileName, byte[] bytes, boolean dryRun) {
        ImportJob job =
                new ImportJob(UUID.randomUUID().toString(), fileName, bytes, dryRun, user.id(), directoryImport);
        try {
            executor.execute(job);
        } catch (RejectedExecutionException e) {
            throw Refusal.conflict(
                    "已有 %d 个文件在等待导入。请等它们完成后再上传。".formatted(WAITING),
                    "%d files are waiting to be imported. Upload again when they are done.".formatted(WAITING));
        }
        jobs.put(job.id(), job);
        forgetOldest();
        return job;
    }

    /** @throws Refusal if there is none, or its result was dropped for newer ones */
    synchronized ImportJob get(String id) {
        ImportJob job = jobs.get(id);
        if (job == null) {
            throw Refusal.notFound(
                    "没有这次导入，或它的结果已不再保留。请重新上传文件。",
                    "There is no such import, or its result is no longer kept. Upload the file again.");
        }
        return job;
    }

    /** Lets the import that runs come to its end, and drops those that wait. */
    @Override
    public void destroy() throws InterruptedException {
        executor.getQueue().clear();
        executor.shutdown();
        if (!executor.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
            LOG.warn("An import still runs after {} seconds; its transaction will be rolled back", SECONDS_TO_END);
        }
    }

    private void forgetOldest() {
        for (ImportJob oldest : List.copyOf(jobs.values())) {
            int problems = jobs.values().stream().mapToInt(ImportJob::problems).sum();
            if (oldest.isOver() && (jobs.size() > KEPT || problems > KEPT_PROBLEMS)) {
                jobs.remove(oldest.id());
            }
        }
    }
}
