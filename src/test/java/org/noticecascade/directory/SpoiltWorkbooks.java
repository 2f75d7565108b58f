package org.noticecascade.directory;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.noticecascade.fuzz.Mutations;

/** Workbooks with other cells, other XML, other parts or other bytes than a spreadsheet program would write. */
final class SpoiltWorkbooks {
    private static final List<String> XML = List.of(
            "<c/>",
            "<c r=\"A1\"/>",
            "<c r=\"ZZZZ1\"><v>1</v></c>",
            "<c r=\"\"/>",
            "<c r=\"1A\" t=\"s\"><v>0</v></c>",
            "<c t=\"s\"><v>-1</v></c>",
            "<c t=\"s\"><v>99999999999</v></c>",
            "<c t=\"s\"><v>x</v></c>",
            "<c t=\"e\"><v>#REF!</v></c>",
            "<c t=\"inlineStr\"><is><t>x</t></is></c>",
            "<c><f>1+1</f><v>2</v></c>",
            "<v><v>",
            "<row>",
            "</row>",
            "<row r=\"0\">",
            "<row r=\"99999999\"/>",
            "<row r=\"999999999999\"/>",
            "<row r=\"-1\"/>",
            "<rPh><t>x</t></rPh>",
            "<t>",
            "</t>",
            "<is>",
            "<dimension ref=\"A1:Z9999999\"/>",
            "<dimension ref=\"x\"/>",
            "<dimension ref=\"A99999999\"/>",
            "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>",
            "<!DOCTYPE x SYSTEM \"file:///etc/passwd\">",
            "&c;",
            "&#0;",
            "&#xD800;",
            "&#x1F600;",
            "&lt;",
            "<![CDATA[",
            "]]>",
            "<?x?>",
            "<!--",
            "xmlns:x=\"y\"");

    private SpoiltWorkbooks() {}

    /** Writing one takes longer than all that is done to it. */
    private static final Map<String, byte[]> WRITTEN = new ConcurrentHashMap<>();

    /** A workbook with the rows of one of these CSV files, mostly spoilt. */
    static byte[] next(Mutations mutations, RandomGenerator random, List<String> files) {
        byte[] workbook = WRITTEN.computeIfAbsent(mutations.oneOf(files), SpoiltWorkbooks::workbook);
        return switch (random.nextInt(10)) {
            case 0 -> workbook;
            case 1, 2 -> mutations.damaged(workbook);
            case 3 -> zip(parts(workbook), mutations, random);
            default -> zip(changed(parts(workbook), mutations, random), null, random);
        };
    }

    private static byte[] workbook(String csv) {
        return Workbooks.workbook(sheet -> {
            int row = 0;
            for (String line : csv.lines().toList()) {
                Workbooks.row(sheet, row++, line.split(","));
            }
        });
    }

    private static Map<String, byte[]> parts(byte[] workbook) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }

    /** Other XML in one part, mostly the sheet or its texts. */
    private static Map<String, byte[]> changed(Map<String, byte[]> parts, Mutations mutations, RandomGenerator random) {
        String name = mutations.oneIn(3)
                ? mutations.oneOf(List.copyOf(parts.keySet()))
                : mutations.oneOf(List.of("xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"));
        String xml = new String(parts.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            int at = mutations.oneIn(4)
                    ? random.nextInt(xml.length() + 1)
                    : xml.indexOf('<', random.nextInt(xml.length() + 1));
            at = Math.max(at, 0);
            xml = xml.substring(0, at) + mutations.oneOf(XML) + xml.substring(at);
        }
        parts.put(
                name,
                (mutations.oneIn(4) ? new Mutations(random, XML).changed(xml, 2) : xml)
                        .getBytes(StandardCharsets.UTF_8));
        return parts;
    }

    /** With {@code mutations} parts are left out, doubled in other writing, added, stored or blown up. */
    private static byte[] zip(Map<String, byte[]> parts, Mutations mutations, RandomGenerator random) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                if (mutations == null || !mutations.oneIn(8)) {
                    put(zip, part.getKey(), part.getValue(), mutations != null && mutations.oneIn(8));
                }
                if (mutations != null && mutations.oneIn(8)) {
                    put(zip, part.getKey().toUpperCase(java.util.Locale.ROOT), part.getValue(), false);
                }
            }
            for (int i = mutations == null ? 0 : random.nextInt(4); i > 0; i--) {
                put(
                        zip,
                        i
                                + mutations.oneOf(List.of(
                                        "../../x",
                                        "/etc/x",
                                        "xl/\u0000x",
                                        "会",
                                        "a".repeat(3000),
                                        "xl/worksheets/",
                                        "x.xml")),
                        new byte[mutations.oneIn(10) ? 11_000_000 : random.nextInt(3000)],
                        false);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content, boolean stored) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        if (stored) {
            CRC32 sum = new CRC32();
            sum.update(content);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            entry.setCrc(sum.getValue());
        }
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
