package org.noticecascade.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileTypeTest {
    private static final Charset GBK = Charset.forName("GBK");
    private static final String DOCUMENT =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    @TempDir
    private Path folder;

    @Test
    void tellsPlainKindsByTheirFirstBytes() throws IOException {
        assertThat(FileType.of(file("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII))))
                .contains(FileType.PDF);
        assertThat(FileType.of(file(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0})))
                .contains(FileType.JPEG);
        assertThat(FileType.of(file(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0})))
                .contains(FileType.PNG);
    }

    @Test
    void tellsPackagesByWhatIsInside() throws IOException {
        assertThat(FileType.of(file(zip(office("word/document.xml", DOCUMENT), StandardCharsets.UTF_8))))
                .contains(FileType.DOCX);
        assertThat(FileType.of(file(zip("word/document.xml")))).contains(FileType.DOCX);
        assertThat(FileType.of(file(zip("OFD.xml", "Doc_0/Document.xml")))).contains(FileType.OFD);
        try (XSSFWorkbook sheet = new XSSFWorkbook();
                HSSFWorkbook old = new HSSFWorkbook()) {
            assertThat(FileType.of(written(sheet::write))).contains(FileType.XLSX);
            assertThat(FileType.of(written(old::write))).contains(FileType.XLS);
        }
    }

    @Test
    void programsScriptsAndOtherPackagesAreOfNoKind() throws IOException {
        assertThat(FileType.of(file("MZ\u0090".getBytes(StandardCharsets.ISO_8859_1))))
                .isEmpty();
        assertThat(FileType.of(file("<html><script>".getBytes(StandardCharsets.UTF_8))))
                .isEmpty();
        assertThat(FileType.of(file(zip("run.exe")))).isEmpty();
        assertThat(FileType.of(file("PK\u0003\u0004broken".getBytes(StandardCharsets.ISO_8859_1))))
                .isEmpty();
        assertThat(FileType.of(file(new byte[0]))).isEmpty();
        try (POIFSFileSystem installer = new POIFSFileSystem()) {
            installer.createDocument(new java.io.ByteArrayInputStream(new byte[] {1}), "Binary");
            assertThat(FileType.of(written(installer::writeFilesystem))).isEmpty();
        }
    }

    @Test
    void documentsWithMacrosAreOfNoKind() throws IOException {
        assertThat(FileType.of(file(zip("word/document.xml", "word/vbaProject.bin"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/word/vbaProject.bin",
                "word\\vbaProject.bin",
                "\\WORD\\VBAPROJECT.BIN",
                "./word/./vbaProject.bin",
                "word/宏/vbaProject.bin",
                "宏vbaProject.bin"
            })
    void macrosAreFoundHoweverTheirPartIsSpelt(String part) throws IOException {
        Map<String, String> parts = office("word/document2.xml", DOCUMENT);
        parts.put(part, "x");

        assertThat(FileType.of(file(zip(parts, StandardCharsets.UTF_8)))).isEmpty();
        assertThat(FileType.of(file(zip(parts, GBK)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "application/vnd.ms-word.document.macroEnabled.main+xml, application/octet-stream",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml, application/vnd.ms-office.vbaProject",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml, application/vnd.ms-excel.macrosheet+xml"
    })
    void macrosAreFoundByTheTypeTheirPartIsSaidToHave(String document, String other) throws IOException {
        for (String main : List.of("word/document.xml", "word/document2.xml")) {
            Map<String, String> parts = office(main, document);
            parts.replace(
                    "[Content_Types].xml",
                    parts.get("[Content_Types].xml")
                            .replace("</Types>", "<Default Extension='bin' ContentType='" + other + "'/></Types>"));
            parts.put("word/a.bin", "x");

            assertThat(FileType.of(file(zip(parts, StandardCharsets.UTF_8)))).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "word/document2.xml, word/document2.xml, wordprocessingml.document, DOCX",
        "word/document2.xml, /word/document2.xml, wordprocessingml.document, DOCX",
        "\\word\\document2.xml, word/document2.xml, wordprocessingml.document, DOCX",
        "book.xml, book.xml, spreadsheetml.sheet, XLSX",
        "show/main.xml, /show/main.xml, presentationml.presentation, PPTX",
        "/word/document.xml, word/document.xml, wordprocessingml.document, DOCX",
        "xl\\workbook.xml, xl/workbook.xml, spreadsheetml.sheet, XLSX"
    })
    void thePackageItselfSaysWhichPartIsTheDocument(String entry, String target, String type, FileType kind)
            throws IOException {
        Map<String, String> parts =
                office(target, "application/vnd.openxmlformats-officedocument." + type + ".main+xml");
        parts.put(entry, parts.remove(target));

        assertThat(FileType.of(file(zip(parts, StandardCharsets.UTF_8)))).contains(kind);
    }

    @Test
    void aPackageThatOnlySaysSoIsOfNoKind() throws IOException {
        Map<String, String> without = office("word/document2.xml", DOCUMENT);
        without.remove("word/document2.xml");
        Map<String, String> broken = office("word/document.xml", DOCUMENT);
        broken.put("[Content_Types].xml", "<Types");
        Map<String, String> twice = office("word/document.xml", DOCUMENT);
        twice.put("/[content_types].xml", twice.get("[Content_Types].xml"));
        Map<String, String> endless = office("word/document.xml", DOCUMENT);
        endless.put("[Content_Types].xml", " ".repeat(5_000_000));

        Map<String, String> countless = office("word/document.xml", DOCUMENT);
        IntStream.range(0, 66_000).forEach(i -> countless.put("x" + i, ""));

        for (Map<String, String> parts :
                List.of(without, broken, twice, endless, countless, office("word/document2.xml", "application/xml"))) {
            assertThat(FileType.of(file(zip(parts, StandardCharsets.UTF_8)))).isEmpty();
        }
    }

    @Test
    void readsPackagesWithNamesInAnOldEncoding() throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("OFD.xml", "x");
        parts.put("Doc_0/附件/签章.xml", "x");
        assertThat(FileType.of(file(zip(parts, GBK)))).contains(FileType.OFD);

        parts = office("word/document.xml", DOCUMENT);
        parts.put("word/media/图片.png", "x");
        assertThat(FileType.of(file(zip(parts, GBK)))).contains(FileType.DOCX);
        assertThat(FileType.of(file(zip("/OFD.xml", "\\Doc_0\\Document.xml")))).contains(FileType.OFD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\u00EF\u00BB\u00BF", "\u001B%-12345X@PJL JOB\r\n", "From: a\r\n\r\n"})
    void aPdfMayBeginWithinTheFirst1024Bytes(String before) throws IOException {
        assertThat(FileType.of(file(latin1(before + "%PDF-1.7\n1 0 obj\nstartxref\n9\n%%EOF\n"))))
                .contains(FileType.PDF);
    }

    @Test
    void otherFilesThatMentionAPdfAreNone() throws IOException {
        String pdf = "%PDF-1.7\n1 0 obj\nstartxref\n9\n%%EOF\n";
        for (String before : List.of(
                "MZ\u0090",
                "<html><script>",
                " \n<svg>",
                "\u00EF\u00BB\u00BF<!DOCTYPE html>",
                "#!/bin/sh\n",
                "\u007FELF",
                "x".repeat(1_020))) {
            assertThat(FileType.of(file(latin1(before + pdf)))).as(before).isEmpty();
        }
        assertThat(FileType.of(file(latin1("read about %PDF-1.7")))).isEmpty();
        assertThat(FileType.of(file(latin1("\n%PDF-x\nstartxref\n%%EOF")))).isEmpty();
    }

    @Test
    void aNameFitsByItsExtensionInAnyCase() {
        assertThat(FileType.JPEG.fits("照片.JPeG")).isTrue();
        assertThat(FileType.JPEG.fits("照片.jfif")).isTrue();
        assertThat(FileType.PDF.fits("pdf")).isFalse();
        assertThat(FileType.PDF.fits("a.pdf.exe")).isFalse();
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private Path written(Writing writing) throws IOException {
        var bytes = new ByteArrayOutputStream();
        writing.to(bytes);
        return file(bytes.toByteArray());
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(Files.createTempFile(folder, "a", ".part"), content);
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** An office document whose main part has this name and type. */
    private static Map<String, String> office(String main, String type) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                ("<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                                + "<Default Extension='xml' ContentType='application/xml'/>"
                                + "<Override PartName='/%s' ContentType='%s'/></Types>")
                        .formatted(main, type));
        parts.put(
                "_rels/.rels",
                ("<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                                + "<Relationship Id='r1' Target='%s' Type='http://schemas.openxmlformats.org/"
                                + "officeDocument/2006/relationships/officeDocument'/></Relationships>")
                        .formatted(main));
        parts.put(main, "<x/>");
        return parts;
    }

    private static byte[] zip(String... names) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        for (String name : names) {
            parts.put(name, name);
        }
        return zip(parts, StandardCharsets.UTF_8);
    }

    private static byte[] zip(Map<String, String> parts, Charset names) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, names)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
