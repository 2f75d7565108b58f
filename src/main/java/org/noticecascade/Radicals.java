package org.noticecascade;

import java.text.Normalizer;

/**
 * Characters that look like an ideograph and are another, as fonts of PDF files leave them in copied text: Kangxi
 * radicals (U+2F00 to U+2FD5), CJK radicals (U+2E80 to U+2EF3) and compatibility ideographs (U+F900 to U+FAD9).
 *
 * <p>Kangxi radicals and compatibility ideographs have their ideograph by Unicode's own compatibility mapping; CJK
 * radicals, but for two, by its list of equivalent ideographs. Radicals whose equivalent has no place in 16 bits stay.
 */
final class Radicals {
    /** From U+2E80 on, in order; a blank stands where there is no equivalent. */
    private static final String SUPPLEMENT = " 厂乛乚乙亻冂 刀刂卜㔾小小兀尣尢 巳幺彑 忄㣺扌攵 旡日月歺母民氵氺灬爫爫丬牛犭王疋目示礻 糹纟罓罒"
            + "   羊  耂肀聿肉 艹艹艹虎衤覀西见角 讠贝 车辶辶辶邑钅長镸长门 阝雨青韦页风飞食 飠饣 马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟";

    private static final char FIRST = '\u2E80';

    private Radicals() {}

    static char unified(char c) {
        if (c < FIRST || c > '\uFAFF') {
            return c;
        }
        if (c < FIRST + SUPPLEMENT.length()) {
            char equivalent = SUPPLEMENT.charAt(c - FIRST);
            return equivalent == ' ' ? c : equivalent;
        }
        boolean compatible = (c >= '\u2F00' && c <= '\u2FDF') || c >= '\uF900';
        if (!compatible) {
            return c;
        }
        String normal = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
        return normal.length() == 1 ? normal.charAt(0) : c;
    }

    static boolean isRadical(char c) {
        return (c >= FIRST && c <= '\u2EFF') || (c >= '\u2F00' && c <= '\u2FDF');
    }
}
