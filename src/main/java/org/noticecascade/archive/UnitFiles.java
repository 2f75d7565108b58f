package org.noticecascade.archive;

import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.noticecascade.directory.Unit;
import org.noticecascade.directory.Units;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Assignments;
import org.noticecascade.notice.Evidence;
import org.noticecascade.notice.EvidenceFile;
import org.noticecascade.notice.Submission;
import org.springframework.stereotype.Component;

/** What the units handed in, a folder per unit in the folder of its province, a page of units in memory at a time. */
@Component
class UnitFiles {
    private static final int PAGE = 200;

    private final Assignments assignments;
    private final Versions versions;
    private final Evidence evidence;
    private final Units units;

    UnitFiles(Assignments assignments, Versions versions, Evidence evidence, Units units) {
        this.assignments = assignments;
        this.versions = versions;
        this.evidence = evidence;
        this.units = units;
    }

    /** Writes headquarters' own part or everything at and below a unit it addressed; returns how many units. */
    int write(Assignment top, ArchiveWriter out) throws IOException {
        String folder = "units/" + top.unitCode();
        try (Spool page = new Spool()) {
            page.write(Html.begin(units.get(top.unitCode()).name()));
            int written = top.depth() == 0 ? write(List.of(top), folder, page, out) : writeTree(top, folder, page, out);
            page.write(Html.END);
            out.add(folder + "/index.html", page::copyTo);
            return written;
        }
    }

    private int writeTree(Assignment top, String folder, Spool page, ArchiveWriter out) throws IOException {
        int written = 0;
        List<Assignment> next = assignments.within(top, "", PAGE);
        while (!next.isEmpty()) {
            written += write(next, folder, page, out);
            next = assignments.within(top, next.get(next.size() - 1).unitCode(), PAGE);
        }
        return written;
    }

    private int write(List<Assignment> parts, String folder, Spool page, ArchiveWriter out) throws IOException {
        Map<Long, List<Submission>> handedIn = versions.of(parts);
        for (Assignment part : parts) {
            writeUnit(part, handedIn.getOrDefault(part.id(), List.of()), folder, page, out);
        }
        return parts.size();
    }

    private void writeUnit(Assignment part, List<Submission> own, String folder, Spool page, ArchiveWriter out)
            throws IOException {
        Unit unit = units.get(part.unitCode());
        String unitFolder = folder + "/" + unit.code();
        List<EvidenceFile> files = versions.filesOf(part, own);
        List<HandedIn> views =
                own.stream().map(version -> view(version, files, unitFolder)).toList();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("unitCode", unit.code());
        json.put("unitName", unit.name());
        json.put("stageLabel", part.stage().label());
        json.put("assignment", part);
        json.put("handedIn", views);
        out.addJson(unitFolder + "/work.json", json);
        writeEvidence(files, unitFolder, out);
        page.write("<h2 id=\"u%s\">%s（%s）</h2>\n<p>%s</p>\n"
                .formatted(
                        unit.code(),
                        Html.text(unit.name()),
                        unit.code(),
                        Html.text(part.stage().label())));
        for (HandedIn view : views) {
            page.write(view.html());
        }
    }

    private void writeEvidence(List<EvidenceFile> files, String unitFolder, ArchiveWriter out) throws IOException {
        Set<Long> written = new HashSet<>();
        for (EvidenceFile file : files) {
            if (written.add(file.id())) {
                out.add(path(file, unitFolder), stream -> evidence.copy(file, stream));
            }
        }
    }

    private HandedIn view(Submission version, List<EvidenceFile> files, String unitFolder) {
        return versions.view(
                version,
                files.stream()
                        .filter(file -> Versions.has(version, file))
                        .map(file -> new HandedIn.FileInArchive(
                                file.id(),
                                file.fileName(),
                                path(file, unitFolder),
                                file.sizeBytes(),
                                file.sha256(),
                                file.uploadedBy()))
                        .toList());
    }

    private static String path(EvidenceFile file, String unitFolder) {
        return unitFolder + "/evidence/" + SafeName.of(file.id(), file.fileName());
    }
}
