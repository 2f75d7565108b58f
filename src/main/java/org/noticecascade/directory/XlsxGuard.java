package org.noticecascade.directory;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.ZipInputStream;

/**
 * Unpacks a workbook once without keeping anything, to refuse a small file that would unpack into a huge one before
 * any parser sees it.
 */
final class XlsxGuard {
    private static final int MOST_ENTRIES = 1_000;

    private XlsxGuard() {}

    /** @throws UnreadableFile if it unpacks to more than {@code mostBytes} or is no ZIP archive */
    static void check(String fileName, byte[] bytes, long mostBytes) {
        byte[] buffer = new byte[16_384];
        long total = 0;
        int entries = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            while (zip.getNextEntry() != null) {
                entries++;
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    total += read;
                    if (total > mostBytes || entries > MOST_ENTRIES) {
                        throw bomb(fileName, mostBytes);
                    }
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw XlsxSheet.notXlsx(fileName);
        }
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
