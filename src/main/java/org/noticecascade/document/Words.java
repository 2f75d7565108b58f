package org.noticecascade.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words requirements are told by, and the longer words that merely contain them. */
final class Words {
    private static final List<String> ACTORS = List.of(
            "各级", "各地", "各单位", "各省", "各市", "各县", "各区", "各州", "各盟", "各有关", "各相关", "各部门", "各司", "各直属", "各派出", "各处", "各科",
            "各所", "各自治", "各企业", "各计划单列", "各监管", "有关单位", "有关部门", "相关单位", "相关部门", "全国各", "总局各", "机关各");
    private static final List<String> REPORTING = List.of("报送", "上报", "反馈", "报告");
    private static final List<String> VAGUE = List.of("及时", "尽快", "尽早", "抓紧", "适时", "近期", "早日", "第一时间");
    private static final List<String> NOT_A_STATEMENT =
            List.of("是否", "但是", "于是", "凡是", "还是", "特别是", "尤其是", "实事求是", "国是", "就是", "要是", "只是", "总是");

    private Words() {}

    /** The actor a sentence begins with, an introductory 请 aside. */
    static @Nullable String actorAtStart(String sentence) {
        int start = sentence.startsWith("请") ? 1 : 0;
        for (String actor : ACTORS) {
            if (sentence.startsWith(actor, start)) {
                return actor;
            }
        }
        return null;
    }

    /** The first word of demand; 要 in 重要 主要 需要 要求 要素 and the like is none. */
    static @Nullable String demand(String sentence) {
        for (int i = 0; i < sentence.length(); i++) {
            String word = demandAt(sentence, i);
            if (word != null) {
                return word;
            }
        }
        return null;
    }

    private static @Nullable String demandAt(String s, int i) {
        return switch (s.charAt(i)) {
            case '要' -> isWill(s, i) ? "要" : null;
            case '应' -> isDuty(s, i) ? "应" : null;
            case '须' -> alone(s, i, "无胡", "知臾") ? "须" : null;
            case '请' -> alone(s, i, "申邀聘提报宴呈函", "示求假客柬愿") ? "请" : null;
            case '务' -> s.startsWith("务必", i) ? "务必" : null;
            case '不' -> s.startsWith("不得", i) && !s.startsWith("不得不", i) ? "不得" : null;
            case '严' -> s.startsWith("严禁", i) ? "严禁" : null;
            default -> null;
        };
    }

    private static boolean isWill(String s, int i) {
        if (s.startsWith("要求真", i) || s.startsWith("要务实", i) || s.startsWith("要务必", i)) {
            return true;
        }
        return alone(s, i, "重主需只就首纪摘概扼紧必将简险机索次想显", "求素点件闻害领义塞么是职旨务道员案价");
    }

    /** 应对 is to cope with something, unless it is 应 + 对…进行. */
    private static boolean isDuty(String s, int i) {
        if (!s.startsWith("应对", i)) {
            return alone(s, i, "相适响反供效回感顺呼对照答", "用急届付邀聘变战诉征试答景激");
        }
        String clause = s.substring(i, Math.min(s.length(), i + 40));
        return clause.contains("进行") || clause.contains("开展") || clause.contains("予以") || clause.contains("加以");
    }

    private static boolean alone(String s, int i, String notBefore, String notAfter) {
        return (i == 0 || notBefore.indexOf(s.charAt(i - 1)) < 0)
                && (i + 1 >= s.length() || notAfter.indexOf(s.charAt(i + 1)) < 0);
    }

    /** The first word of reporting to a superior; 报告会 is a lecture, 汇报 goes to the local committee. */
    static @Nullable String reporting(String sentence) {
        for (String word : REPORTING) {
            for (int at = sentence.indexOf(word); at >= 0; at = sentence.indexOf(word, at + 1)) {
                if (!word.equals("报告") || alone(sentence, at + 1, "", "会团人厅文期制")) {
                    return word;
                }
            }
        }
        return null;
    }

    /** A word that asks for haste and names no day. */
    static @Nullable String vagueTime(String sentence) {
        return first(sentence, VAGUE);
    }

    /** Whether a heading says what something is (…是…) instead of what to do. */
    static boolean isStatement(String heading) {
        String rest = heading;
        for (String word : NOT_A_STATEMENT) {
            rest = rest.replace(word, "");
        }
        return rest.indexOf('是') >= 0;
    }

    /** Whether a section explains why (意义, 背景) instead of what to do. */
    static boolean isAboutMeaning(String heading) {
        return heading.endsWith("意义")
                || heading.endsWith("内涵")
                || heading.endsWith("背景")
                || heading.endsWith("必要性")
                || heading.endsWith("紧迫性")
                || heading.endsWith("重要性");
    }

    private static @Nullable String first(String text, List<String> words) {
        for (String word : words) {
            if (text.contains(word)) {
                return word;
            }
        }
        return null;
    }
}
