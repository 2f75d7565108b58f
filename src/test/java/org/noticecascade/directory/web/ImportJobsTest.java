package org.noticecascade.directory.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.noticecascade.CurrentUser;
import org.noticecascade.Refusal;
import org.noticecascade.directory.DirectoryImport;
import org.noticecascade.directory.ImportProgress;
import org.noticecascade.directory.ImportProgress.Stage;
import org.noticecascade.directory.ImportResult;

class ImportJobsTest {
    private static final ImportResult DONE =
            new ImportResult(null, null, false, 0, 0, 0, 0, List.of(), List.of(), List.of());

    private final DirectoryImport directoryImport = mock(DirectoryImport.class);
    private final ImportJobs jobs = new ImportJobs(directoryImport, mock(CurrentUser.class));

    @AfterEach
    void stop() throws InterruptedException {
        jobs.destroy();
    }

    @Test
    void refusesWhenTooManyWait() {
        CountDownLatch gate = new CountDownLatch(1);
        when(directoryImport.run(anyString(), any(), anyBoolean(), any())).then(call -> {
            gate.await();
            return DONE;
        });
        ImportJob first = start();
        await().until(() -> first.view().state() == ImportState.RUNNING);
        for (int i = 0; i < 4; i++) {
            assertThat(start().view().state()).isEqualTo(ImportState.QUEUED);
        }

        assertThatThrownBy(this::start)
                .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.kind()).isEqualTo(Refusal.Kind.CONFLICT));

        gate.countDown();
        await().until(() -> first.view().state() == ImportState.DONE);
    }

    @Test
    void showsProgressWhileRunning() {
        CountDownLatch gate = new CountDownLatch(1);
        when(directoryImport.run(anyString(), any(), anyBoolean(), any())).then(call -> {
            call.getArgument(3, ImportProgress.class).at(Stage.WRITING, 1, 2);
            gate.await();
            return DONE;
        });
        ImportJob job = start();

        await().until(() -> job.view().percent() == 40);
        assertThat(job.view().step()).isEqualTo(Stage.WRITING.label());

        gate.countDown();
        await().until(() -> job.view().percent() == 100);
    }

    @Test
    void tellsThatAnImportBrokeDownAndGoesOnWithTheNext() {
        when(directoryImport.run(anyString(), any(), anyBoolean(), any()))
                .thenThrow(new IllegalStateException("the database is gone"))
                .thenReturn(DONE);
        ImportJob broken = start();
        ImportJob next = start();

        await().until(() -> next.view().state() == ImportState.DONE);
        assertThat(broken.view().state()).isEqualTo(ImportState.FAILED);
        assertThat(broken.view().step()).contains("没有写入任何数据");
    }

    @Test
    void keepsTheLastTwentyResults() {
        when(directoryImport.run(anyString(), any(), anyBoolean(), any())).thenReturn(DONE);
        ImportJob first = finished();
        ImportJob second = finished();
        for (int i = 0; i < 19; i++) {
            finished();
        }

        assertThatThrownBy(() -> jobs.get(first.id())).isInstanceOf(Refusal.class);
        assertThat(jobs.get(second.id())).isSameAs(second);
    }

    @Test
    void letsTheRunningImportEndAtShutdownAndDropsTheOthers() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch gate = new CountDownLatch(1);
        when(directoryImport.run(anyString(), any(), anyBoolean(), any())).then(call -> {
            started.countDown();
            gate.await();
            return DONE;
        });
        ImportJob running = start();
        started.await();
        ImportJob waiting = start();

        Thread shutdown = new Thread(() -> assertThatCode(jobs::destroy).doesNotThrowAnyException());
        shutdown.start();
        await().until(() -> shutdown.getState() == Thread.State.TIMED_WAITING);
        gate.countDown();
        shutdown.join();

        assertThat(running.view().state()).isEqualTo(ImportState.DONE);
        assertThat(waiting.view().state()).isEqualTo(ImportState.QUEUED);
    }

    private ImportJob finished() {
        ImportJob job = start();
        await().until(job::isOver);
        return job;
    }

    private ImportJob start() {
        return jobs.start("a.csv", new byte[0], true);
    }
}
