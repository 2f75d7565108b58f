package org.noticecascade.directory;

import org.noticecascade.CurrentUser;

/** Hears how far an import has come. Called often, from the thread that imports; must not block. */
@FunctionalInterface
public interface ImportProgress {

    /** Nobody listens. */
    ImportProgress NONE = (stage, done, total) -> {};

    /** Who imports, as the ledger names them; {@code system} where the service does, such as when it seeds the directory. */
    default String importedBy() {
        return CurrentUser.SYSTEM;
    }

    /** So many of {@code total} rows of this stage are done. */
    void at(Stage stage, int done, int total);

    /** The parts of an import in their order, each with its share of the whole. */
    enum Stage {
        READING("读取文件", 0, 10),
        CHECKING("检查数据", 10, 30),
        WRITING("写入单位和人员", 30, 50),
        IDENTITIES("同步用户和用户组", 50, 100);

        private final String label;
        private final int from;
        private final int to;

        Stage(String label, int from, int to) {
            this.label = label;
            this.from = from;
            this.to = to;
        }

        /** The name on a screen. */
        public String label() {
            return label;
        }

        /** How much of the whole import is done, 0 to 100. */
        public int percent(int done, int total) {
            return total <= 0 ? to : from + (int) ((long) (to - from) * Math.min(done, total) / total);
        }
    }
}
