package org.noticecascade;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Prints one line a test class to the console while what the tests print goes to files: name, tests, those that failed
 * or were left out, seconds. The build turns it on with {@code -Dtest.class.lines=true}.
 */
public final class TestClassLines implements TestExecutionListener {
    private static final PrintStream CONSOLE =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    private final boolean on = Boolean.getBoolean("test.class.lines");
    private final Map<String, Counts> open = new ConcurrentHashMap<>();
    private TestPlan plan;

    private static final class Counts {
        private final long began = System.nanoTime();
        private int tests;
        private int failed;
        private int skipped;
    }

    @Override
    public void testPlanExecutionStarted(TestPlan begun) {
        plan = begun;
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        if (on && isTopClass(test)) {
            open.put(test.getUniqueId(), new Counts());
        }
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        if (!on) {
            return;
        }
        if (isTopClass(test)) {
            CONSOLE.printf("%-70s left out: %s%n", nameOf(test), reason);
        } else {
            count(test, counts -> counts.skipped++);
        }
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (!on) {
            return;
        }
        Status status = result.getStatus();
        if (test.isTest() || status == Status.FAILED) {
            count(test, counts -> {
                counts.tests++;
                counts.failed += status == Status.FAILED ? 1 : 0;
                counts.skipped += status == Status.ABORTED ? 1 : 0;
            });
        }
        Counts ended = open.remove(test.getUniqueId());
        if (ended != null) {
            CONSOLE.println(line(nameOf(test), ended));
        }
    }

    private static String line(String name, Counts ended) {
        double seconds = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - ended.began) / 1000.0;
        return "%-70s %4d tests %7.1f s%s%s"
                .formatted(
                        name,
                        ended.tests,
                        seconds,
                        ended.failed == 0 ? "" : "  FAILED " + ended.failed,
                        ended.skipped == 0 ? "" : "  left out " + ended.skipped);
    }

    private void count(TestIdentifier test, Consumer<Counts> change) {
        for (TestIdentifier at = test; at != null; at = plan.getParent(at).orElse(null)) {
            Counts counts = open.get(at.getUniqueId());
            if (counts != null) {
                change.accept(counts);
                return;
            }
        }
    }

    private boolean isTopClass(TestIdentifier test) {
        return test.getSource().filter(ClassSource.class::isInstance).isPresent()
                && plan.getParent(test)
                        .flatMap(TestIdentifier::getSource)
                        .filter(ClassSource.class::isInstance)
                        .isEmpty();
    }

    private static String nameOf(TestIdentifier test) {
        return test.getSource()
                .map(ClassSource.class::cast)
                .map(source -> source.getClassName().replace("org.noticecascade.", ""))
                .orElse(test.getDisplayName());
    }
}
