package org.noticecascade.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the time limits of the body and works out their days, with a remark wherever something is assumed. */
final class Deadlines {
    private final @Nullable LocalDate issued;
    private final Remarks remarks;
    private final List<Deadline> all = new ArrayList<>();

    Deadlines(@Nullable LocalDate issued, Remarks remarks) {
        this.issued = issued;
        this.remarks = remarks;
    }

    List<Deadline> all() {
        return all;
    }

    /** The time limits of one sentence, in order. */
    List<Deadline> in(Passage.Part sentence) {
        List<Deadline> found = new ArrayList<>();
        for (DeadlinePhrases.Phrase phrase : DeadlinePhrases.in(sentence.words().folded())) {
            if (all.size() < NoticeReader.MAX_ITEMS) {
                Deadline deadline = deadline(sentence, phrase);
                found.add(deadline);
                all.add(deadline);
            }
        }
        return found;
    }

    private Deadline deadline(Passage.Part sentence, DeadlinePhrases.Phrase phrase) {
        String words = sentence.words().text().substring(phrase.start(), phrase.end());
        int line = sentence.lineAt(phrase.start());
        WrittenDate written = phrase.date();
        LocalDate date = written == null ? null : day(written);
        explain(line, Folding.clip(words, 60), phrase, date);
        return new Deadline(words, phrase.kind(), date, line);
    }

    private @Nullable LocalDate day(WrittenDate written) {
        if (written.year() != null) {
            return written.in(written.year());
        }
        if (issued == null) {
            return null;
        }
        if (written.yearsAhead() != null) {
            return written.in(issued.getYear() + written.yearsAhead());
        }
        LocalDate sameYear = written.in(issued.getYear());
        boolean passed = sameYear != null && sameYear.isBefore(issued);
        return passed || sameYear == null ? written.in(issued.getYear() + 1) : sameYear;
    }

    private void explain(int line, String words, DeadlinePhrases.Phrase phrase, @Nullable LocalDate date) {
        switch (phrase.kind()) {
            case ONCE -> {
                if (date == null) {
                    remarks.add(line, "时限“%s”不是有效日期,请人工填写".formatted(words));
                } else if (issued != null && date.isBefore(issued)) {
                    remarks.add(line, "时限“%s”早于成文日期,请核对".formatted(words));
                }
            }
            case YEAR_ASSUMED -> {
                String reason = issued == null ? "没有写年份,成文日期也未知,请人工填写" : "没有写明年份,不是有效日期,请人工填写";
                remarks.add(
                        line,
                        date == null
                                ? "时限“%s”%s".formatted(words, reason)
                                : "时限“%s”没有写明年份,按成文日期推定为%d年,请核对".formatted(words, date.getYear()));
            }
            case MONTHLY, RECURRING -> remarks.add(line, "“%s”是重复的时限,没有单一日期,请人工确定".formatted(words));
            case RELATIVE -> remarks.add(line, "“%s”没有写明日期,请人工推算".formatted(words));
        }
    }
}
