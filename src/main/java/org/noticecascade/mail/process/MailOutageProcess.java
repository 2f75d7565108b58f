package org.noticecascade.mail.process;

/** Ids of {@code mail-outage}. Its business key is always the same, because there is never a second one. */
public final class MailOutageProcess {
    public static final String KEY = "mail-outage";
    public static final String WAIT_FOR_MAIL = "receiveTask_waitForMail";

    static final String BUSINESS_KEY = "mail";
    static final String MAIL_RECOVERED = "mail.recovered";
    static final String INCIDENT = "mailOutage";

    private MailOutageProcess() {}
}
