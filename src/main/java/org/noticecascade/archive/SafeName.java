package org.noticecascade.archive;

/** Names of files that every file system takes and no tool takes for a path or an option. */
final class SafeName {
    private static final int LONGEST = 100;

    private SafeName() {}

    /** {@code id-name}: what people called the file, shortened from its front so that the ending stays. */
    static String of(long id, String name) {
        String safe = name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]+", "_")
                .replaceAll("[. ]+$", "");
        int end = safe.length();
        int begin = Math.max(0, end - LONGEST);
        if (begin > 0 && Character.isLowSurrogate(safe.charAt(begin))) {
            begin++;
        }
        return id + "-" + (safe.isEmpty() ? "_" : safe.substring(begin));
    }
}
