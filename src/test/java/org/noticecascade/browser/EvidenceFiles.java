package org.noticecascade.browser;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Two small files as somebody would hand them in: a list of who came, and a picture of the programme. */
final class EvidenceFiles {
    private static final Path FOLDER = DemoService.FOLDER.resolve("files");

    private EvidenceFiles() {}

    static Path attendance() {
        return write("签到表.xlsx", out -> {
            try (XSSFWorkbook book = new XSSFWorkbook()) {
                book.createSheet("签到").createRow(0).createCell(0).setCellValue("单位");
                book.write(out);
            }
        });
    }

    static Path programme() {
        return write("学习议程.png", out -> {
            BufferedImage image = new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB);
            Graphics2D pen = image.createGraphics();
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, 320, 200);
            pen.dispose();
            ImageIO.write(image, "png", out);
        });
    }

    private static Path write(String name, Content content) {
        Path file = FOLDER.resolve(name);
        try {
            Files.createDirectories(FOLDER);
            try (OutputStream out = Files.newOutputStream(file)) {
                content.write(out);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Content {
        void write(OutputStream out) throws IOException;
    }
}
