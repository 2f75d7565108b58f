package org.noticecascade.mail;

/** What a mail is about. */
public enum MailKind {
    /** Everything one person has open, once per working day; a newer one replaces it. */
    DIGEST,
    /** The superior sent something back with a reason. */
    RETURN,
    /** The superior decided on an extension. */
    EXTENSION
}
