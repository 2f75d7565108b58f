package org.noticecascade.document;

import java.util.ArrayList;
import java.util.List;

/** The words a web page puts around a notice. */
final class Boilerplate {
    private static final int LONGEST = 120;
    private static final List<String> ANYWHERE = List.of(
            "扫描二维码",
            "扫一扫",
            "关注我们",
            "打印本页",
            "关闭窗口",
            "关闭本页",
            "分享到",
            "版权所有",
            "ICP备",
            "公网安备",
            "上一篇",
            "下一篇",
            "返回顶部",
            "网站地图",
            "网站标识码",
            "浏览次数",
            "责任编辑",
            "当前位置",
            "您的位置",
            "所在位置",
            "Copyright",
            "copyright",
            "无障碍浏览",
            "设为首页",
            "加入收藏",
            "点击数:",
            "阅读次数",
            "微信公众号二维码");

    private Boilerplate() {}

    /** The lines without those that are certainly no part of a notice; each one left out gets a remark. */
    static List<Line> without(List<Line> lines, Remarks remarks) {
        List<Line> kept = new ArrayList<>(lines.size());
        for (Line line : lines) {
            if (isBoilerplate(line)) {
                remarks.dropped(line, "是网页附加文字,不属于通知");
            } else {
                kept.add(line);
            }
        }
        return kept;
    }

    private static boolean isBoilerplate(Line line) {
        if (line.text().length() > LONGEST || line.isSentence() || Numbering.of(line.folded()) != null) {
            return false;
        }
        return ANYWHERE.stream().anyMatch(line.folded()::contains);
    }
}
