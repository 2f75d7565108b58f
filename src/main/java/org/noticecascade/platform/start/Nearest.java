package org.noticecascade.platform.start;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The right name that a wrong one probably stands for. */
final class Nearest {
    private static final int SHORT = 3;

    private Nearest() {}

    /** The known name with the fewest letters to change, if it is near enough to be meant. */
    static Optional<String> to(String wrong, Collection<String> known) {
        return byEnd(wrong, known)
                .or(() -> known.stream()
                        .filter(name -> changes(plain(wrong), plain(name)) <= Math.max(SHORT, wrong.length() / SHORT))
                        .min(Comparator.<String>comparingInt(name -> changes(plain(wrong), plain(name)))
                                .thenComparing(Comparator.naturalOrder())));
    }

    /** {@code cascade.scrape-token} means {@code cascade.monitoring.scrape-token}: the group was left out. */
    private static Optional<String> byEnd(String wrong, Collection<String> known) {
        int dot = wrong.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        String end = '.' + letters(wrong.substring(dot + 1));
        return known.stream()
                .filter(name -> name.indexOf('.') > 0)
                .filter(name -> letters(name).endsWith(end))
                .min(Comparator.naturalOrder());
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_]", "");
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_.]", "");
    }

    /** Letters to insert, remove, replace or swap with their neighbour. */
    static int changes(String from, String to) {
        int[][] table = new int[from.length() + 1][to.length() + 1];
        for (int row = 0; row <= from.length(); row++) {
            for (int column = 0; column <= to.length(); column++) {
                table[row][column] = row == 0 || column == 0 ? row + column : fewest(table, row, column, from, to);
            }
        }
        return table[from.length()][to.length()];
    }

    private static int fewest(int[][] table, int row, int column, String from, String to) {
        boolean same = from.charAt(row - 1) == to.charAt(column - 1);
        int fewest = Math.min(
                table[row - 1][column - 1] + (same ? 0 : 1),
                Math.min(table[row - 1][column], table[row][column - 1]) + 1);
        boolean swapped = row > 1
                && column > 1
                && from.charAt(row - 1) == to.charAt(column - 2)
                && from.charAt(row - 2) == to.charAt(column - 1);
        return swapped ? Math.min(fewest, table[row - 2][column - 2] + 1) : fewest;
    }
}
