package org.noticecascade.benchmarks.launch;

import java.util.List;
import java.util.Locale;

/** One bar per contestant and size: milliseconds per unit, processor time dark in front of wall time; shorter is better. */
record Chart(Results results) {
    private static final int LABELS = 300;
    private static final int BARS = 480;
    private static final int NUMBERS = 150;
    private static final int LINE = 34;
    private static final int TOP = 64;

    String svg() {
        StringBuilder bars = new StringBuilder();
        double longest = longest();
        int y = TOP;
        for (int units : results.sizes()) {
            bars.append("<text x='12' y='%d' font-weight='bold'>%,d units</text>%n".formatted(y + 16, units));
            y += LINE;
            for (Contestant contestant : Contestant.values()) {
                List<Result> rounds = results.of(contestant, units);
                if (!rounds.isEmpty()) {
                    bars.append(bar(contestant, rounds, y, BARS / longest));
                    y += LINE;
                }
            }
        }
        int width = LABELS + BARS + NUMBERS;
        return """
                <svg xmlns='http://www.w3.org/2000/svg' width='%1$d' height='%2$d' viewBox='0 0 %1$d %2$d' font-family='sans-serif' font-size='14'>
                <rect width='%1$d' height='%2$d' fill='#ffffff'/>
                <text x='12' y='26' font-size='18'>Launch: milliseconds per unit until the last task exists</text>
                <text x='12' y='46' fill='#555555'>Light: wall time. Dark: processor time of JVM and database. Median of the rounds; shorter is better.</text>
                %3$s</svg>
                """.formatted(width, y + LINE / 2, bars);
    }

    private double longest() {
        double longest = 0.001;
        for (int units : results.sizes()) {
            for (Contestant contestant : Contestant.values()) {
                for (Result result : results.of(contestant, units)) {
                    longest = Math.max(longest, Math.max(result.millisPerUnit(), result.cpuMillisPerUnit()));
                }
            }
        }
        return longest;
    }

    private static String bar(Contestant contestant, List<Result> rounds, int y, double scale) {
        double wall = Result.median(rounds, Result::millisPerUnit);
        double cpu = Result.median(rounds, Result::cpuMillisPerUnit);
        String hue = contestant == Contestant.OURS || contestant == Contestant.OURS_ON_H2 ? "#1b6e3c" : "#2f4b7c";
        return String.format(Locale.ROOT, """
                <text x='%d' y='%d' text-anchor='end'>%s</text>
                <rect x='%d' y='%d' width='%.1f' height='22' fill='%s' fill-opacity='0.35'/>
                <rect x='%d' y='%d' width='%.1f' height='10' fill='%s'/>
                <text x='%.1f' y='%d'>%.2f (%.2f)</text>
                """, LABELS - 10, y + 16, contestant.label, LABELS, y, wall * scale, hue, LABELS, y + 6, cpu * scale, hue,
                LABELS + Math.max(wall, cpu) * scale + 8, y + 16, wall, cpu);
    }
}
