package org.noticecascade.directory;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.noticecascade.directory.ImportProgress.Stage;

/**
 * Reads CSV with double quotes in UTF-8 with or without byte order mark, or in GB18030. The separator is the comma, the
 * semicolon or the tab, whichever the headings have most of, or what a first line such as {@code sep=;} says.
 */
class CsvSheet {
    private static final Pattern SEPARATOR_LINE =
            Pattern.compile("\\uFEFF?\"?sep=([,;\\t|])\"?\\s*?(?:\\r\\n|\\n|\\r|$)", Pattern.CASE_INSENSITIVE);
    private static final String SEPARATORS = ",;\t";
    private static final Charset GB18030 = Charset.forName("GB18030");

    private final RowLimit limit;
    private final ImportProgress progress;

    CsvSheet(RowLimit limit, ImportProgress progress) {
        this.limit = limit;
        this.progress = progress;
    }

    List<SheetRow> read(String fileName, byte[] bytes) {
        String text = decode(fileName, bytes);
        int lines = (int) text.lines().count();
        List<SheetRow> rows = new ArrayList<>();
        Matcher separatorLine = SEPARATOR_LINE.matcher(text);
        boolean named = separatorLine.lookingAt();
        String table = named ? text.substring(separatorLine.end()) : text;
        char separator = named ? separatorLine.group(1).charAt(0) : separatorOf(text);
        int first = named ? 2 : 1;
        int line = first;
        CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(separator).get();
        try (CSVParser parser = CSVParser.parse(new StringReader(table), format)) {
            Iterator<CSVRecord> records = parser.iterator();
            while (records.hasNext()) {
                SheetRow row = row(line, records.next());
                if (!row.isBlank()) {
                    rows.add(row);
                    limit.check(fileName, rows.size());
                }
                line = (int) parser.getCurrentLineNumber() + first;
                progress.at(Stage.READING, line, lines);
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw malformed(fileName, line);
        }
        return rows;
    }

    /** What the first row that is not blank has most of, outside quotes; the comma where it has none. */
    private static char separatorOf(String text) {
        int[] counts = new int[SEPARATORS.length()];
        boolean quoted = false;
        boolean blank = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!quoted && !blank && (c == '\n' || c == '\r')) {
                break;
            }
            quoted ^= c == '"';
            int separator = quoted ? -1 : SEPARATORS.indexOf(c);
            if (separator >= 0) {
                counts[separator]++;
            } else {
                blank &= Character.isWhitespace(c) || c == '\uFEFF';
            }
        }
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return SEPARATORS.charAt(most);
    }

    private static SheetRow row(int line, CSVRecord csv) {
        return new SheetRow(line, csv.stream().map(SheetCell::text).toList());
    }

    private static UnreadableFile malformed(String fileName, int line) {
        return new UnreadableFile(new Problem(
                line,
                "",
                fileName,
                "从这一行起不是正确的 CSV：双引号没有成对，或引号后还有文字。请检查这一行的双引号。",
                "From this line on the CSV is malformed: a quote is not closed, or text follows a closing quote. "
                        + "Check the quotes of this line."));
    }

    private static String decode(String fileName, byte[] bytes) {
        boolean marked = startsWith(bytes, 0xEF, 0xBB, 0xBF);
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
            throw encoding(fileName);
        }
        try {
            return strictly(StandardCharsets.UTF_8, bytes, marked ? 3 : 0);
        } catch (CharacterCodingException notUtf8) {
            if (marked || isDamagedUtf8(bytes)) {
                throw encoding(fileName);
            }
        }
        try {
            return strictly(GB18030, bytes, 0);
        } catch (CharacterCodingException notGb18030) {
            throw encoding(fileName);
        }
    }

    private static String strictly(Charset charset, byte[] bytes, int from) throws CharacterCodingException {
        return charset.newDecoder()
                .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                .toString();
    }

    /**
     * GB18030 gives a meaning to nearly every byte, so a UTF-8 file with one broken byte would be imported as
     * gibberish. Real GB18030 text read as UTF-8 has far more broken places than Chinese characters.
     */
    private static boolean isDamagedUtf8(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        long broken = text.chars().filter(c -> c == 0xFFFD).count();
        long chinese = text.chars().filter(c -> c >= 0x4E00 && c <= 0x9FFF).count();
        return chinese > broken;
    }

    private static UnreadableFile encoding(String fileName) {
        return UnreadableFile.of(
                fileName,
                "文件的文字编码既不是 UTF-8 也不是 GB18030，或文件已损坏。请另存为“CSV UTF-8”后再导入。",
                "The text is neither UTF-8 nor GB18030, or the file is damaged. Save it as 'CSV UTF-8' and try again.");
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
