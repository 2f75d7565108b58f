package org.noticecascade.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.noticecascade.Refusal;

/** A password that breaks a rule of the policy; the message names each rule that it breaks. */
public final class WeakPassword extends Refusal {
    private static final long serialVersionUID = 1L;

    private static final Map<String, Words> RULES = Map.of(
            "PASSWORD_POLICY_LENGTH", new Words("至少 10 个字符", "at least 10 characters"),
            "At most 128 characters", new Words("最多 128 个字符", "at most 128 characters"),
            "PASSWORD_POLICY_LOWERCASE", new Words("含小写字母", "a lower-case letter"),
            "PASSWORD_POLICY_UPPERCASE", new Words("含大写字母", "an upper-case letter"),
            "PASSWORD_POLICY_DIGIT", new Words("含数字", "a digit"),
            "PASSWORD_POLICY_SPECIAL", new Words("含符号", "a symbol"),
            "PASSWORD_POLICY_USER_DATA", new Words("不含姓名、用户名或邮箱", "no user id, name or mail address in it"),
            "Hard to guess; no common password",
                    new Words(
                            "不易被猜到（不能只是常见密码、拼音、键盘顺序、日期、手机号或本人及单位信息的变化）",
                            "hard to guess: no common password, pinyin, keyboard row, date or phone number, and not"
                                    + " made of your own or your unit's data"));

    private final List<String> broken;

    private WeakPassword(List<String> broken) {
        super(
                Kind.INVALID,
                "密码不符合要求，未保存。应当：%s。请换一个。".formatted(said(broken, "；", true)),
                "The password is too weak; nothing was saved. Needed: %s. Choose another."
                        .formatted(said(broken, "; ", false)));
        this.broken = List.copyOf(broken);
    }

    /** The refusal that names these rules. */
    public static WeakPassword of(List<PasswordPolicyRule> rules) {
        return new WeakPassword(
                rules.stream().map(PasswordPolicyRule::getPlaceholder).toList());
    }

    /**
     * Keeps the rule for the answer of the request this thread is serving: the engine itself refuses with words that
     * name none.
     */
    public static void remember(PasswordPolicyRule rule) {
        List<String> broken =
                new ArrayList<>(EngineErrors.remembered() instanceof WeakPassword before ? before.broken : List.of());
        broken.remove(rule.getPlaceholder());
        broken.add(rule.getPlaceholder());
        EngineErrors.remember(new WeakPassword(broken));
    }

    private static String said(List<String> broken, String between, boolean chinese) {
        return broken.stream()
                .map(rule -> RULES.getOrDefault(rule, new Words("符合密码规则", "follow the password policy")))
                .map(words -> chinese ? words.chinese() : words.english())
                .collect(Collectors.joining(between));
    }
}
