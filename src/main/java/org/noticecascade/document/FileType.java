package org.noticecascade.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * Kinds of files that people hand in, told by their content: the first bytes, and for packages what is inside. The
 * name is no proof of anything. Documents with macros and programs are of no kind.
 */
public enum FileType {
    PDF("PDF", "application/pdf", Shape.PLAIN, "%PDF-", "pdf"),
    JPEG("JPG图片", "image/jpeg", Shape.PLAIN, "\u00FF\u00D8\u00FF", "jpg", "jpeg", "jfif", "jpe"),
    PNG("PNG图片", "image/png", Shape.PLAIN, "\u0089PNG\r\n\u001A\n", "png"),
    OFD("OFD", "application/ofd", Shape.ZIP, "OFD.xml", "ofd"),
    DOCX(
            "Word文档（docx）",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Shape.ZIP,
            "word/document.xml",
            "docx"),
    XLSX(
            "Excel表格（xlsx）",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Shape.ZIP,
            "xl/workbook.xml",
            "xlsx"),
    PPTX(
            "演示文稿（pptx）",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            Shape.ZIP,
            "ppt/presentation.xml",
            "pptx"),
    DOC("Word文档（doc、wps）", "application/msword", Shape.OLE, "WordDocument", "doc", "wps"),
    XLS("Excel表格（xls、et）", "application/vnd.ms-excel", Shape.OLE, "Workbook", "xls", "et"),
    PPT("演示文稿（ppt、dps）", "application/vnd.ms-powerpoint", Shape.OLE, "PowerPoint Document", "ppt", "dps");

    /** A PDF may begin within so many bytes. */
    private static final int HEAD = 1024;

    private static final int TAIL = 2048;
    private static final Pattern PDF_VERSION = Pattern.compile("%PDF-\\d\\.\\d");
    private static final List<String> OTHER_STARTS =
            List.of("MZ", "\u007FELF", "#!", "<", "{\\rtf", "\u00CA\u00FE", "Rar!", "7z");
    private static final String ZIP_HEAD = "PK\u0003\u0004";
    private static final String OLE_HEAD = "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1";
    private static final List<String> OLE_MACROS = List.of("Macros", "_VBA_PROJECT_CUR", "_VBA_PROJECT");

    private enum Shape {
        PLAIN,
        ZIP,
        OLE
    }

    private final String label;
    private final String mediaType;
    private final Shape shape;
    private final String mark;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> extensions;

    FileType(String label, String mediaType, Shape shape, String mark, String... extensions) {
        this.label = label;
        this.mediaType = mediaType;
        this.shape = shape;
        this.mark = mark;
        this.extensions = List.of(extensions);
    }

    /** The name on a screen. */
    public String label() {
        return label;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Lower case, without the dot. */
    public List<String> extensions() {
        return extensions;
    }

    /** Whether a file of this kind may be called so. */
    public boolean fits(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return extensions.stream().anyMatch(extension -> name.endsWith("." + extension));
    }

    /**
     * Tells the kind of a file; reads its head and, of a package, the list of its parts, whatever its size.
     *
     * @return empty for anything else
     */
    public static Optional<FileType> of(Path file) {
        String head = head(file);
        if (head.startsWith(ZIP_HEAD)) {
            return zip(file);
        }
        if (head.startsWith(OLE_HEAD)) {
            return ole(file);
        }
        return Arrays.stream(values())
                .filter(type -> type.shape == Shape.PLAIN && head.startsWith(type.mark))
                .findFirst()
                .or(() -> isPdfBehindOtherBytes(file, head) ? Optional.of(PDF) : Optional.empty());
    }

    private static String head(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the uploaded file: " + e.getMessage(), e);
        }
    }

    /** Mail and printer programs leave lines before a PDF. It has to end as one, and to begin as nothing else. */
    private static boolean isPdfBehindOtherBytes(Path file, String head) {
        String start = head.replaceFirst("^\u00EF\u00BB\u00BF", "").stripLeading();
        if (!PDF_VERSION.matcher(head).find() || OTHER_STARTS.stream().anyMatch(start::startsWith)) {
            return false;
        }
        String tail = tail(file);
        return tail.contains("startxref") && tail.contains("%%EOF");
    }

    private static String tail(Path file) {
        try (SeekableByteChannel in = Files.newByteChannel(file)) {
            ByteBuffer end = ByteBuffer.allocate((int) Math.min(TAIL, in.size()));
            in.position(in.size() - end.capacity());
            while (end.hasRemaining() && in.read(end) >= 0) {
                // until all of it is there
            }
            return new String(end.array(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the uploaded file: " + e.getMessage(), e);
        }
    }

    private static Optional<FileType> zip(Path file) {
        try (PackageParts parts = PackageParts.of(file)) {
            return parts.haveMacros()
                    ? Optional.empty()
                    : Arrays.stream(values())
                            .filter(type -> type.shape == Shape.ZIP
                                    && (parts.have(type.mark)
                                            || parts.mainType().equals(type.mediaType + ".main+xml")))
                            .findFirst();
        } catch (IOException | IllegalArgumentException | XMLStreamException broken) {
            return Optional.empty();
        }
    }

    /** An installer is such a package too; only the office's have these parts. */
    private static Optional<FileType> ole(Path file) {
        try (POIFSFileSystem ole = new POIFSFileSystem(file.toFile(), true)) {
            DirectoryNode root = ole.getRoot();
            return OLE_MACROS.stream().anyMatch(root::hasEntry)
                    ? Optional.empty()
                    : Arrays.stream(values())
                            .filter(type -> type.shape == Shape.OLE && root.hasEntry(type.mark))
                            .findFirst();
        } catch (IOException | RuntimeException broken) {
            return Optional.empty();
        }
    }
}
