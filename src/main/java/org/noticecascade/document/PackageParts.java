package org.noticecascade.document;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.util.XMLHelper;
import org.jspecify.annotations.Nullable;
import org.noticecascade.FileNames;

/**
 * The parts of a package such as docx or OFD, however their names are spelt: with a slash before them, with backslashes,
 * in any case, in any encoding. Only two small parts are read: the list of content types and the relationships.
 */
final class PackageParts implements Closeable {
    private static final String CONTENT_TYPES = "[content_types].xml";
    private static final String RELATIONSHIPS = "_rels/.rels";
    private static final int MOST_ENTRIES = 65_535;
    private static final int LARGEST_LIST = 4 * 1024 * 1024;

    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new HashMap<>();
    private final Map<String, String> types = new HashMap<>();
    private String main = "";
    private boolean macros;

    private PackageParts(ZipFile zip) {
        this.zip = zip;
    }

    /** @throws IOException if it is no ZIP archive, it has too many entries, or one of the two lists is there twice or
     *     too long */
    static PackageParts of(Path file) throws IOException, XMLStreamException {
        // Every byte is a character of this encoding: a name in GBK cannot break the reading, nor hide what it ends in.
        PackageParts parts = new PackageParts(new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1));
        try {
            parts.list();
            parts.read(CONTENT_TYPES, parts::contentType);
            parts.read(RELATIONSHIPS, parts::relationship);
            return parts;
        } catch (IOException | XMLStreamException | RuntimeException broken) {
            parts.close();
            throw broken;
        }
    }

    boolean have(String part) {
        return entries.containsKey(key(part));
    }

    /** By the name of a part, or by what its content is said to be. */
    boolean haveMacros() {
        return macros;
    }

    /** The content type of the part that is the document; empty where the package does not say. */
    String mainType() {
        return have(main) ? types.getOrDefault(main, "") : "";
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private void list() throws IOException {
        if (zip.size() > MOST_ENTRIES) {
            throw new IOException("More than " + MOST_ENTRIES + " entries");
        }
        for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
            ZipEntry entry = all.nextElement();
            String key = key(entry.getName());
            macros |= key.endsWith("vbaproject.bin");
            boolean twice = entries.put(key, entry) != null;
            if (twice && (key.equals(CONTENT_TYPES) || key.equals(RELATIONSHIPS))) {
                throw new IOException("Part " + key + " is there twice");
            }
        }
    }

    private void read(String part, Consumer<XMLStreamReader> element) throws IOException, XMLStreamException {
        ZipEntry entry = entries.get(part);
        if (entry == null) {
            return;
        }
        byte[] list;
        try (InputStream in = zip.getInputStream(entry)) {
            list = in.readNBytes(LARGEST_LIST + 1);
        }
        if (list.length > LARGEST_LIST) {
            throw new IOException("Part " + part + " is too long");
        }
        XMLStreamReader xml = XMLHelper.newXMLInputFactory().createXMLStreamReader(new ByteArrayInputStream(list));
        try {
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    element.accept(xml);
                }
            }
        } finally {
            xml.close();
        }
    }

    private void contentType(XMLStreamReader xml) {
        String type = attribute(xml, "ContentType").toLowerCase(Locale.ROOT);
        macros |= type.contains("macro") || type.contains("vbaproject");
        if (xml.getLocalName().equals("Override")) {
            types.putIfAbsent(key(attribute(xml, "PartName")), type);
        }
    }

    private void relationship(XMLStreamReader xml) {
        if (main.isEmpty()
                && xml.getLocalName().equals("Relationship")
                && attribute(xml, "Type").endsWith("/officeDocument")
                && !attribute(xml, "TargetMode").equals("External")) {
            main = key(attribute(xml, "Target"));
        }
    }

    private static String attribute(XMLStreamReader xml, String name) {
        @Nullable String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    private static String key(String part) {
        return FileNames.inPackage(part).toLowerCase(Locale.ROOT);
    }
}
