package org.noticecascade.directory;

/** The most rows of data a file may hold, its heading not counted. */
record RowLimit(int rows) {

    /** @throws UnreadableFile if {@code filled} rows, heading included, are too many */
    void check(String fileName, int filled) {
        if (filled > rows + 1) {
            throw UnreadableFile.of(
                    fileName,
                    "文件超过 %d 行。请分成几个文件导入，或请管理员调高 cascade.directory.import-max-rows。".formatted(rows),
                    "The file has more than %d rows. Split it, or have cascade.directory.import-max-rows raised."
                            .formatted(rows));
        }
    }
}
