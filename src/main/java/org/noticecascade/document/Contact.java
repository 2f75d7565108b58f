package org.noticecascade.document;

import java.util.List;

/**
 * Whom to ask, as the notice has it.
 *
 * @param text the words of the contact line or lines
 * @param phones in the order written
 * @param emails in the order written
 */
public record Contact(String text, List<Phone> phones, List<String> emails) {

    public Contact {
        phones = List.copyOf(phones);
        emails = List.copyOf(emails);
    }

    /**
     * A telephone number.
     *
     * @param number as written
     * @param fax true where the notice calls it 传真
     */
    public record Phone(String number, boolean fax) {}
}
