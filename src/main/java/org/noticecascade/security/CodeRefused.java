package org.noticecascade.security;

import java.time.Duration;
import org.noticecascade.Refusal;

/** A code was not taken. */
public final class CodeRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private final String reason;
    private final Duration pause;

    private CodeRefused(Kind kind, String reason, Duration pause, String chinese, String english) {
        super(kind, chinese, english);
        this.reason = reason;
        this.pause = pause;
    }

    static CodeRefused wrong() {
        return new CodeRefused(
                Kind.INVALID,
                "wrong-code",
                Duration.ZERO,
                "动态验证码不对。请核对手机时间是否准确，并输入当前显示的 6 位数字。",
                "The code is wrong. Check that your phone's clock is right and enter the six digits shown now.");
    }

    static CodeRefused used() {
        return new CodeRefused(
                Kind.INVALID,
                "used-code",
                Duration.ZERO,
                "该验证码已使用过，每个验证码只能用一次。请等待下一个验证码（最多 30 秒）。",
                "This code was used already; each works once. Wait for the next one, 30 seconds at most.");
    }

    static CodeRefused tooMany(Duration pause) {
        long seconds = pause.toSeconds() + 1;
        return new CodeRefused(
                Kind.CONFLICT,
                "too-many-codes",
                pause,
                "验证码错误次数过多，未核对。请 %d 秒后再试。".formatted(seconds),
                "Too many wrong codes; this one was not looked at. Try again in %d seconds.".formatted(seconds));
    }

    /** One word for the security log. */
    public String reason() {
        return reason;
    }

    /** How long to wait; zero where another code is taken at once. */
    public Duration pause() {
        return pause;
    }
}
