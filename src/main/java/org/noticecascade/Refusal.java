package org.noticecascade;

/**
 * Something a person asked for that the rules do not allow: nothing was changed, and the message says what
 * happened, why, and what to do, in Chinese first.
 *
 * <p>Subclasses are named after the rule ({@code PlanNotEditable}). HTTP answers 4xx with both languages, a task
 * that was being completed stays open.
 */
public class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What kind of refusal, for HTTP: 422, 404, 403 or 409. */
    public enum Kind {
        INVALID,
        NOT_FOUND,
        FORBIDDEN,
        CONFLICT
    }

    private final Kind kind;
    private final String chinese;
    private final String english;

    /**
     * @param chinese what the person reads: what, why, what to do
     * @param english the same in English
     */
    public Refusal(Kind kind, String chinese, String english) {
        super(chinese, null, false, true);
        this.kind = kind;
        this.chinese = chinese;
        this.english = english;
    }

    /** The input breaks a rule; the person can correct it. */
    public static Refusal invalid(String chinese, String english) {
        return new Refusal(Kind.INVALID, chinese, english);
    }

    public static Refusal notFound(String chinese, String english) {
        return new Refusal(Kind.NOT_FOUND, chinese, english);
    }

    public static Refusal forbidden(String chinese, String english) {
        return new Refusal(Kind.FORBIDDEN, chinese, english);
    }

    /** The thing is no longer in a state that allows this, for example a task that is already done. */
    public static Refusal conflict(String chinese, String english) {
        return new Refusal(Kind.CONFLICT, chinese, english);
    }

    public Kind kind() {
        return kind;
    }

    /** What the person reads. */
    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }
}
