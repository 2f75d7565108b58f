package org.noticecascade.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects remarks while a notice is read; bounded, so that a hostile text can't flood the person. */
final class Remarks {
    private final Set<Remark> remarks = new LinkedHashSet<>();
    private int refused;

    void add(@Nullable Integer line, String text) {
        Remark remark = new Remark(line, Folding.clip(text, 500));
        if (remarks.contains(remark)) {
            return;
        }
        if (remarks.size() < NoticeReader.MAX_ITEMS) {
            remarks.add(remark);
        } else {
            refused++;
        }
    }

    void dropped(Line line, String why) {
        add(line.number(), "“%s”%s,已略去".formatted(Folding.clip(line.text(), 60), why));
    }

    void missing(String field) {
        add(null, "未找到%s,请人工填写".formatted(field));
    }

    /** Those about the whole text first, then by line. */
    List<Remark> sorted() {
        List<Remark> sorted = new ArrayList<>(remarks);
        sorted.sort(Comparator.comparingInt(Remarks::lineOrZero));
        if (refused > 0) {
            sorted.add(new Remark(null, "另有%d条说明未列出".formatted(refused)));
        }
        return sorted;
    }

    private static int lineOrZero(Remark remark) {
        Integer line = remark.line();
        return line == null ? 0 : line;
    }
}
