package org.noticecascade.mail;

import org.noticecascade.directory.Person;

/** The language of a mail; Chinese unless the person asked for English. */
enum Language {
    ZH("zh"),
    EN("en");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    static Language of(Person reader) {
        return EN.code.equals(reader.language()) ? EN : ZH;
    }

    /** As in the names of the templates. */
    String code() {
        return code;
    }
}
