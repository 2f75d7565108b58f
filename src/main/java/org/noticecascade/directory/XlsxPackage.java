package org.noticecascade.directory;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.util.XMLHelper;
import org.jspecify.annotations.Nullable;
import org.noticecascade.FileNames;

/**
 * The XML parts of a workbook by their names. A small file that would unpack into a huge one is refused before any
 * parser sees it.
 *
 * <p>Takes no more of the package than an import needs: whatever is wrong with its properties, styles or pictures, and
 * however its entries are spelt, keeps nobody from reading the cells.
 */
final class XlsxPackage {
    private static final int MOST_ENTRIES = 1_000;

    private final Map<String, byte[]> parts = new HashMap<>();

    /**
     * @param type its last word, such as {@code worksheet}, is the same in both kinds of Office Open XML
     * @param target the part it leads to
     */
    record Relationship(String id, String type, String target) {
        boolean is(String kind) {
            return type.endsWith("/" + kind);
        }
    }

    private XlsxPackage() {}

    /** @throws UnreadableFile if it unpacks to more than {@code mostBytes} or is no ZIP archive */
    static XlsxPackage unpack(String fileName, byte[] bytes, long mostBytes) {
        XlsxPackage unpacked = new XlsxPackage();
        // Names that matter are ASCII; in this encoding no other name can break the reading.
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.ISO_8859_1)) {
            long total = 0;
            int entries = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries++;
                total += unpacked.take(entry, zip, mostBytes - total);
                if (total > mostBytes || entries > MOST_ENTRIES) {
                    throw bomb(fileName, mostBytes);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw XlsxSheet.notXlsx(fileName);
        }
        return unpacked;
    }

    /** @throws XMLStreamException if there is none */
    XMLStreamReader open(String part) throws XMLStreamException {
        byte[] content = parts.get(key(part));
        if (content == null) {
            throw new XMLStreamException("Part " + part + " is missing");
        }
        return XMLHelper.newXMLInputFactory().createXMLStreamReader(new ByteArrayInputStream(content));
    }

    /** @param part empty for the package itself */
    List<Relationship> relationships(String part) throws XMLStreamException {
        String folder = part.substring(0, part.lastIndexOf('/') + 1);
        String name = part.substring(folder.length());
        List<Relationship> found = new ArrayList<>();
        XMLStreamReader xml = open(folder + "_rels/" + name + ".rels");
        try {
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("Relationship")
                        && !"External".equals(xml.getAttributeValue(null, "TargetMode"))) {
                    found.add(new Relationship(
                            orEmpty(xml.getAttributeValue(null, "Id")),
                            orEmpty(xml.getAttributeValue(null, "Type")),
                            resolved(folder, orEmpty(xml.getAttributeValue(null, "Target")))));
                }
            }
        } finally {
            xml.close();
        }
        return found;
    }

    /** Returns how many bytes it had; stops behind {@code most}. */
    private long take(ZipEntry entry, ZipInputStream zip, long most) throws IOException {
        String key = key(entry.getName());
        boolean kept = key.endsWith(".xml") || key.endsWith(".rels");
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        byte[] buffer = new byte[16_384];
        long size = 0;
        for (int read = zip.read(buffer); read >= 0 && size <= most; read = zip.read(buffer)) {
            size += read;
            if (kept) {
                content.write(buffer, 0, read);
            }
        }
        if (kept && parts.putIfAbsent(key, content.toByteArray()) != null) {
            throw new IOException("Part " + key + " is there twice");
        }
        return size;
    }

    private static String resolved(String folder, String target) {
        String path = target.replace('\\', '/');
        Deque<String> steps = new ArrayDeque<>();
        for (String step : (path.startsWith("/") ? path : folder + path).split("/", -1)) {
            if (step.equals("..")) {
                steps.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.addLast(step);
            }
        }
        return String.join("/", steps);
    }

    /** Names of parts are equal whatever the case. */
    private static String key(String part) {
        return FileNames.inPackage(part).toLowerCase(Locale.ROOT);
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static UnreadableFile bomb(String fileName, long mostBytes) {
        return UnreadableFile.of(
                fileName,
                "文件解压后超过 %d 字节，为安全起见不予导入。请只保留数据后另存为新文件。".formatted(mostBytes),
                "The file unpacks to more than %d bytes and is refused for safety. Keep the data only and save it as a "
                                .formatted(mostBytes)
                        + "new file.");
    }
}
