package org.noticecascade.fuzz;

import java.util.List;
import java.util.random.RandomGenerator;

/** Texts that were notices, or could become one. */
public final class SpoiltNotices {
    public static final List<String> WORDS = List.of(
            "示监发〔2026〕12号",
            "(国市监〔2025〕3号)",
            "第12号",
            "〔2026〕",
            "《",
            "》",
            "关于",
            "的通知",
            "各省、自治区、直辖市监管局（厅、委）：",
            "各司局,",
            ":",
            "：",
            "。",
            "\n",
            "一、",
            "二、",
            "十一、",
            "(一)",
            "（十二）",
            "1.",
            "2、",
            "(1)",
            "(99)",
            "要",
            "请",
            "应",
            "务必",
            "各级",
            "各单位",
            "报送",
            "上报",
            "报告",
            "及时",
            "于2026年10月14日前",
            "10月底前",
            "今年12月31日前",
            "明年",
            "二〇二六年九月十九日",
            "2026年2月30日",
            "0000年1月1日",
            "9999年12月31日",
            "每月21日前",
            "每季度末前",
            "自印发之日起10个工作日内",
            "截止时间为",
            "联系人:张三",
            "联系电话：",
            "010-00000000",
            "0101 ",
            "010)",
            "(传真)",
            "电话",
            "a@b.cn",
            "@",
            "附件",
            "附件:1.样表",
            "附件2",
            "示范监管总局",
            "示范监管总局\n2026年9月19日",
            "(章)",
            "成文日期:2026-09-19",
            "发文机关:示范监管总局",
            "索引号:",
            "发文字号:",
            "标题:",
            "扫一扫",
            "首页 > 政务",
            "特此通知。",
            " ",
            "\u3000",
            "\uD842\uDFB7");

    /** Beginnings of a line that make the reader look closer at the rest of it. */
    private static final List<String> STARTS = List.of(
            "",
            "联系人:",
            "(联系电话:",
            "附件:",
            "附件1:",
            "一、",
            "(一)",
            "1.",
            "各省",
            "关于",
            "示监发〔2026〕1号",
            "示监发〔2026〕1号(",
            "成文日期:",
            "《");

    private SpoiltNotices() {}

    public static String next(Mutations mutations, RandomGenerator random, List<String> examples) {
        if (mutations.oneIn(5)) {
            return mutations.ofWords(80);
        }
        String example = mutations.oneOf(examples);
        if (mutations.oneIn(8)) {
            int line = example.indexOf('\n', random.nextInt(example.length())) + 1;
            String monotonous = mutations.monotonous(mutations.oneOf(STARTS));
            return example.substring(0, line) + monotonous + "\n" + example.substring(line);
        }
        if (mutations.oneIn(5)) {
            String other = mutations.oneOf(examples);
            example = example.substring(0, random.nextInt(example.length()))
                    + other.substring(random.nextInt(other.length()));
        }
        return mutations.changed(example, 6);
    }
}
