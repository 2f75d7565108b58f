package org.noticecascade.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Text in a workbook. */
final class XlsxText {
    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final Pattern HALF_CHARACTER = Pattern.compile("\\p{Cs}");

    private XlsxText() {}

    /** The text with the characters that {@code _x000D_} and the like stand for. */
    static String decoded(String text) {
        if (text.indexOf("_x") < 0) {
            return text;
        }
        String decoded = ESCAPE.matcher(text).replaceAll(escape -> {
            String character = String.valueOf((char) Integer.parseInt(escape.group(1), 16));
            return Matcher.quoteReplacement(character);
        });
        return HALF_CHARACTER.matcher(decoded).replaceAll("\uFFFD");
    }

    /** The texts that cells refer to by number. */
    static List<String> shared(XMLStreamReader xml) throws XMLStreamException {
        List<String> texts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "si" -> text.setLength(0);
                    case "t" -> text.append(xml.getElementText());
                    case "rPh" -> skipReading(xml);
                    default -> {}
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("si")) {
                texts.add(text.isEmpty() ? "" : decoded(text.toString()));
            }
        }
        return texts;
    }

    /** A phonetic reading beside the text holds a {@code t} of its own. */
    static void skipReading(XMLStreamReader xml) throws XMLStreamException {
        while (!(xml.getEventType() == XMLStreamConstants.END_ELEMENT
                && xml.getLocalName().equals("rPh"))) {
            xml.next();
        }
    }
}
