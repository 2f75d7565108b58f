package org.noticecascade.directory;

import java.util.regex.Pattern;

/** What passes for a mail address: the plain ASCII form {@code local@domain.tld}, without comments or quotes. */
final class MailAddress {
    private static final int MOST = 254;
    private static final int MOST_LOCAL = 64;
    private static final Pattern LOCAL =
            Pattern.compile("[0-9A-Za-z!#$%&'*/?^_`{|}~+=-]+(\\.[0-9A-Za-z!#$%&'*/?^_`{|}~+=-]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile("([0-9A-Za-z]([0-9A-Za-z-]{0,61}[0-9A-Za-z])?\\.)+[A-Za-z][0-9A-Za-z-]{0,61}[0-9A-Za-z]");

    private MailAddress() {}

    static boolean isValid(String address) {
        int at = address.lastIndexOf('@');
        return address.length() <= MOST
                && at > 0
                && at <= MOST_LOCAL
                && LOCAL.matcher(address.substring(0, at)).matches()
                && DOMAIN.matcher(address.substring(at + 1)).matches();
    }
}
