package org.noticecascade.mail;

/** What a mail is about. */
public enum MailKind {
    /** Everything one person has open, once per working day; a newer one replaces it. */
    DIGEST,
    /** An overdue stage of a subordinate unit has become a task of this person's unit. */
    ESCALATION,
    /** The superior sent something back with a reason. */
    RETURN,
    /** The superior decided on an extension. */
    EXTENSION
}
