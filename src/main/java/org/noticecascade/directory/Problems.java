package org.noticecascade.directory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with a table, naming columns by their own headings. */
class Problems {
    private final Table table;
    private final List<Problem> found = new ArrayList<>();

    Problems(Table table) {
        this.table = table;
        found.addAll(table.headingProblems());
    }

    void add(int line, Column column, String value, String chinese, String english) {
        found.add(new Problem(line, table.heading(column), value, chinese, english));
    }

    /** Not a problem: said in the same words, in the file's own headings. */
    Problem note(int line, Column column, String value, String chinese, String english) {
        return new Problem(line, table.heading(column), value, chinese, english);
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<Problem> inOrder() {
        return found.stream().sorted(Comparator.comparingInt(Problem::row)).toList();
    }
}
