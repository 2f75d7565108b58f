package org.noticecascade.platform.start;

import org.springframework.boot.ExitCodeGenerator;

/** Why the service does not start, and what to do about it; {@link StartFailures} prints it as one paragraph. */
public final class NotStarted extends RuntimeException implements ExitCodeGenerator {
    private static final long serialVersionUID = 1L;
    private static final int FAILED = 1;

    private final int exitCode;

    private NotStarted(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    /** A start that ends with exit code 1; each text names cause and cure and ends with a full stop. */
    public static NotStarted because(String chinese, String english) {
        return withCode(FAILED, chinese, english);
    }

    /** The same with another exit code, for commands that give theirs a meaning. */
    public static NotStarted withCode(int exitCode, String chinese, String english) {
        return new NotStarted("没有启动：" + chinese + " Not started: " + english, exitCode);
    }

    @Override
    public int getExitCode() {
        return exitCode;
    }
}
