package org.noticecascade.directory;

import org.noticecascade.PlainText;

/**
 * One thing that keeps a file from being imported.
 *
 * @param row the physical line of a CSV file or the row number of a sheet, from 1; 0 concerns the whole file
 * @param column the heading as the file has it, shortened; empty where no single column is at fault
 * @param value what stood there, shortened
 */
public record Problem(int row, String column, String value, String messageZh, String messageEn) {

    private static final int SHOWN = 60;

    public Problem {
        value = shortened(value);
        column = shortened(column);
    }

    /** Not cut within a character: half of one cannot be answered as JSON. */
    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, PlainText.cut(text, SHOWN)) + "…";
    }

    /** A problem of the whole file. */
    static Problem ofFile(String fileName, String messageZh, String messageEn) {
        return new Problem(0, "", fileName, messageZh, messageEn);
    }
}
