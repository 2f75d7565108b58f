package org.noticecascade.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTypeTest {
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
        assertThat(FileType.of(file(zip("[Content_Types].xml", "word/document.xml"))))
                .contains(FileType.DOCX);
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

    @Test
    void aNameFitsByItsExtensionInAnyCase() {
        assertThat(FileType.JPEG.fits("照片.JPeG")).isTrue();
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

    private static byte[] zip(String... names) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
