package org.noticecascade.directory;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.noticecascade.PlainText;
import org.noticecascade.directory.XlsxPackage.Relationship;

/**
 * Reads the first sheet of a workbook that a person sees, as a stream, so that a large file needs little memory. Hidden
 * sheets and charts are passed over. Both kinds of Office Open XML, transitional and strict, are read.
 */
class XlsxSheet {
    private static final int LONGEST_NAME = 60;

    private final RowLimit limit;
    private final ImportProgress progress;

    XlsxSheet(RowLimit limit, ImportProgress progress) {
        this.limit = limit;
        this.progress = progress;
    }

    private record Place(String name, String part) {}

    Sheet read(String fileName, XlsxPackage workbook) {
        try {
            String main = target(workbook.relationships(""), "officeDocument");
            if (main == null) {
                throw notXlsx(fileName);
            }
            List<Relationship> parts = workbook.relationships(main);
            Place place = firstVisible(workbook.open(main), parts);
            if (place == null) {
                throw noSheet(fileName);
            }
            String strings = target(parts, "sharedStrings");
            List<String> shared = strings == null ? List.of() : shared(workbook.open(strings));
            return sheet(fileName, place.name(), workbook.open(place.part()), shared);
        } catch (XMLStreamException | IllegalArgumentException e) {
            throw notXlsx(fileName);
        }
    }

    static UnreadableFile notXlsx(String fileName) {
        return UnreadableFile.of(
                fileName,
                "文件名以 .xlsx 结尾，内容却不是 XLSX 工作簿，或文件已损坏。请用正确的扩展名，或在表格软件中另存为 XLSX。",
                "The name ends in .xlsx, but the content is no XLSX workbook, or the file is damaged. Correct the name, "
                        + "or save it as XLSX.");
    }

    private static UnreadableFile noSheet(String fileName) {
        return UnreadableFile.of(
                fileName,
                "工作簿里没有可见的工作表。请取消隐藏要导入的工作表，保存后再导入。",
                "The workbook has no visible sheet. Unhide the one to be imported, save it and try again.");
    }

    private static @Nullable String target(List<Relationship> relationships, String kind) {
        return relationships.stream()
                .filter(relationship -> relationship.is(kind))
                .map(Relationship::target)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Place firstVisible(XMLStreamReader xml, List<Relationship> parts)
            throws XMLStreamException {
        Map<String, String> worksheets = parts.stream()
                .filter(relationship -> relationship.is("worksheet"))
                .collect(Collectors.toMap(Relationship::id, Relationship::target, (first, second) -> first));
        try {
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("sheet")
                        && isVisible(xml.getAttributeValue(null, "state"))) {
                    String part = worksheets.get(relationshipId(xml));
                    if (part != null) {
                        return new Place(name(xml.getAttributeValue(null, "name")), part);
                    }
                }
            }
            return null;
        } finally {
            xml.close();
        }
    }

    private static boolean isVisible(@Nullable String state) {
        return state == null || state.equals("visible");
    }

    /** {@code r:id}, in the namespace of either kind. */
    private static String relationshipId(XMLStreamReader xml) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String namespace = xml.getAttributeNamespace(i);
            if (xml.getAttributeLocalName(i).equals("id") && namespace != null && !namespace.isEmpty()) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    private static String name(@Nullable String name) {
        return PlainText.clipped(PlainText.oneLine(XlsxText.decoded(name == null ? "" : name)), LONGEST_NAME);
    }

    private static List<String> shared(XMLStreamReader xml) throws XMLStreamException {
        try {
            return XlsxText.shared(xml);
        } finally {
            xml.close();
        }
    }

    private Sheet sheet(String fileName, String name, XMLStreamReader xml, List<String> shared)
            throws XMLStreamException {
        try {
            XlsxRows rows = new XlsxRows(xml, shared, progress);
            return new Sheet(name, rows.read(filled -> limit.check(fileName, filled)), rows.merged());
        } finally {
            xml.close();
        }
    }
}
