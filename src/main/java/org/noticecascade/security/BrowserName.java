package org.noticecascade.security;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A browser's and its system's name in two words; what a browser sends besides would tell nobody anything. */
final class BrowserName {
    private static final Map<String, String> BROWSERS = inOrder(
            "MicroMessenger",
            "微信",
            "DingTalk",
            "钉钉",
            "QQBrowser",
            "QQ 浏览器",
            "Edg",
            "Edge",
            "OPR",
            "Opera",
            "Firefox",
            "Firefox",
            "Chrome",
            "Chrome",
            "Safari",
            "Safari");
    private static final Map<String, String> SYSTEMS = inOrder(
            "HarmonyOS",
            "HarmonyOS",
            "Android",
            "Android",
            "iPhone",
            "iPhone",
            "iPad",
            "iPad",
            "Windows",
            "Windows",
            "Mac OS",
            "macOS",
            "UOS",
            "UOS",
            "Linux",
            "Linux");

    private BrowserName() {}

    static String of(@Nullable String userAgent) {
        String text = userAgent == null ? "" : userAgent;
        return named(text, BROWSERS) + " · " + named(text, SYSTEMS);
    }

    private static String named(String text, Map<String, String> names) {
        return names.entrySet().stream()
                .filter(name -> text.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("其他 other");
    }

    private static Map<String, String> inOrder(String... pairs) {
        Map<String, String> names = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            names.put(pairs[i], pairs[i + 1]);
        }
        return names;
    }
}
