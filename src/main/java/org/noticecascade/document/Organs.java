package org.noticecascade.document;

/** Tells the names of organs and the kinds of official papers by how they end. */
final class Organs {
    private static final String LAST_CHARACTER = "局委部厅院会办室府司署社处组站队庭馆所";
    private static final String[] LAST_WORDS = {"中心", "集团", "公司", "大学", "学院", "银行", "单位", "兵团", "企业"};
    private static final String[] PAPERS = {"通知", "通报", "意见", "决定", "公告", "通告", "批复", "函", "令", "决议", "公报"};

    private Organs() {}

    /** Whether a whole line can be the name of one or more organs, a seal mark aside. */
    static boolean isName(String folded) {
        String name = withoutSeal(folded);
        if (name.length() < 2 || name.length() > 100 || holdsAny(name, "。,:;?!《》〔\"“")) {
            return false;
        }
        return endsLikeName(name);
    }

    /** Whether the words end in an organ or a group of organs; brackets behind it (厅、委) do not count. */
    static boolean endsLikeName(String folded) {
        String name = withoutLastBracket(folded);
        if (name.isEmpty()) {
            return false;
        }
        return LAST_CHARACTER.indexOf(name.charAt(name.length() - 1)) >= 0 || endsWithAny(name, LAST_WORDS);
    }

    static String withoutSeal(String folded) {
        for (String seal : new String[] {"(章)", "(盖章)", "(印章)", "(印)", "(公章)"}) {
            if (folded.endsWith(seal)) {
                return folded.substring(0, folded.length() - seal.length()).strip();
            }
        }
        return folded;
    }

    /** Whether the words end like the title of an official paper, (试行) and the like aside. */
    static boolean endsLikePaper(String folded) {
        return endsWithAny(withoutLastBracket(folded), PAPERS);
    }

    private static String withoutLastBracket(String folded) {
        if (!folded.endsWith(")")) {
            return folded;
        }
        int open = folded.lastIndexOf('(');
        return open < 0 ? folded : folded.substring(0, open).strip();
    }

    private static boolean endsWithAny(String text, String[] words) {
        for (String word : words) {
            if (text.endsWith(word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holdsAny(String text, String characters) {
        for (int i = 0; i < text.length(); i++) {
            if (characters.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }
}
