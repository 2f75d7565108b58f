package org.noticecascade.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.HtmlUtils;

/** What a person reads in a browser where a program gets a problem in JSON: the reason, and the way to the start page. */
public final class RefusalPage {
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>%1$s</title>
            </head>
            <body>
              <h1>%1$s</h1>
              <p lang="en">%2$s</p>
              <p><a href="%3$s/camunda/app/welcome/default/">登录或返回首页 · Sign in, or to the start page</a></p>
            </body>
            </html>
            """;

    private RefusalPage() {}

    /** Whether a person has opened the address as a page; scripts and programs ask for something else. */
    public static boolean isWantedBy(HttpServletRequest request) {
        String mode = request.getHeader("Sec-Fetch-Mode");
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        boolean page = mode == null ? request.getHeader("X-Requested-With") == null : mode.equals("navigate");
        return "GET".equals(request.getMethod())
                && page
                && accepted != null
                && accepted.toLowerCase(Locale.ROOT).contains("text/html");
    }

    /** The page; the words are shown as text. */
    public static String of(HttpServletRequest request, String chinese, String english) {
        return PAGE.formatted(
                HtmlUtils.htmlEscape(chinese),
                HtmlUtils.htmlEscape(english),
                HtmlUtils.htmlEscape(request.getContextPath()));
    }
}
