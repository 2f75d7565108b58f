package org.noticecascade.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * The generated cases of a test. By default the same on every machine, and a fifth of all: {@code -Dtests.all=true}
 * takes all, {@code -Dfuzz.seed=} another seed for all of them, {@code -Dfuzz.cases=} another number, {@code
 * -Dfuzz.case=} one alone.
 */
public final class Cases {
    /** Kept: what these find is found again on every run. */
    private static final long[] SEEDS = {20261128, 1, 421_337, 7_000_000_007L};

    private static final int MOST_FAILURES = 5;

    private static final boolean ALL = Boolean.getBoolean("tests.all");
    private static final int FEWER = 5;

    private Cases() {}

    /** All of what can be counted by the thousand, or a fifth. */
    public static int few(int all) {
        return ALL ? all : all / FEWER;
    }

    /** One case. */
    public record Case(long seed, int index) {
        /** The same numbers each time it is asked for. */
        public RandomGenerator random() {
            return new SplittableRandom(new SplittableRandom(seed).nextLong() + index * 0x9E3779B97F4A7C15L);
        }

        @Override
        public String toString() {
            return "-Dfuzz.seed=%d -Dfuzz.case=%d".formatted(seed, index);
        }
    }

    /** What a case has to hold. */
    public interface Check<C> {
        void accept(C input) throws Exception;
    }

    /** So many cases, in equal parts of each seed. */
    public static List<Case> of(int usually) {
        long[] seeds = Long.getLong("fuzz.seed") == null ? SEEDS : new long[] {Long.getLong("fuzz.seed")};
        int perSeed = Integer.getInteger("fuzz.cases", few(usually)) / seeds.length;
        Integer only = Integer.getInteger("fuzz.case");
        List<Case> cases = new ArrayList<>();
        for (long seed : seeds) {
            for (int index = only == null ? 0 : only; index < (only == null ? perSeed : only + 1); index++) {
                cases.add(new Case(seed, index));
            }
        }
        return cases;
    }

    /** Generates and checks each case; the first that fail are named with all that is needed to have them again. */
    public static <C> void check(int usually, Function<RandomGenerator, C> generator, Check<C> check) {
        List<AssertionError> failures = new ArrayList<>();
        for (Case one : of(usually)) {
            C input = generator.apply(one.random());
            try {
                check.accept(input);
            } catch (Exception | AssertionError | StackOverflowError failed) {
                failures.add(failure(one, String.valueOf(input), failed));
            }
            if (failures.size() >= MOST_FAILURES) {
                break;
            }
        }
        failIfAny(failures);
    }

    /** The failure of one case with its seed, its index and its input in printable form. */
    public static AssertionError failure(Case failed, String input, Throwable cause) {
        return new AssertionError("%s%n%s%n%s".formatted(failed, cause, Shown.of(input)), cause);
    }

    /** All of them as one. */
    public static void failIfAny(List<AssertionError> failures) {
        if (!failures.isEmpty()) {
            String all = failures.stream().map(Throwable::getMessage).collect(Collectors.joining("\n\n"));
            throw new AssertionError(all, failures.get(0).getCause());
        }
    }
}
