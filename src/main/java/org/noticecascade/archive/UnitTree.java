package org.noticecascade.archive;

import java.io.IOException;
import java.util.List;
import org.noticecascade.directory.Units;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Assignments;
import org.noticecascade.notice.Notice;
import org.springframework.stereotype.Component;

/** All units with a part in a notice: headquarters first, then each unit it addressed with those below. */
@Component
class UnitTree {
    private static final int PAGE = 100;

    private final Assignments assignments;
    private final Units units;
    private final UnitFiles files;

    UnitTree(Assignments assignments, Units units, UnitFiles files) {
        this.assignments = assignments;
        this.units = units;
        this.files = files;
    }

    /** Writes every unit's folder and returns the list of them for the first page. */
    String write(Notice notice, ArchiveWriter out) throws IOException {
        StringBuilder list = new StringBuilder("<ul>\n");
        Assignment root =
                assignments.find(notice.id(), units.headquarters().code()).orElse(null);
        if (root != null) {
            list.append(item(root, out));
            int offset = 0;
            for (List<Assignment> page = page(root, 0); !page.isEmpty(); page = page(root, offset)) {
                for (Assignment top : page) {
                    list.append(item(top, out));
                }
                offset += page.size();
            }
        }
        return list.append("</ul>\n").toString();
    }

    private List<Assignment> page(Assignment root, int offset) {
        return assignments.childrenOf(root.id(), offset, PAGE);
    }

    private String item(Assignment top, ArchiveWriter out) throws IOException {
        int count = files.write(top, out);
        return "<li>%s（%d 个单位）</li>\n"
                .formatted(
                        Html.link(
                                "units/" + top.unitCode() + "/index.html",
                                units.get(top.unitCode()).name()),
                        count);
    }
}
