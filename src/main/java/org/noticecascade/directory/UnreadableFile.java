package org.noticecascade.directory;

/** The file cannot be read at all; the import turns this into its only problem. */
class UnreadableFile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    UnreadableFile(Problem problem) {
        super(problem.messageEn());
        this.problem = problem;
    }

    static UnreadableFile of(String fileName, String chinese, String english) {
        return new UnreadableFile(Problem.ofFile(fileName, chinese, english));
    }

    Problem problem() {
        return problem;
    }
}
