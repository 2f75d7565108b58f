package org.noticecascade.deadline.process;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.noticecascade.deadline.OpenItems.Urge;
import org.noticecascade.directory.People;
import org.noticecascade.directory.Person;
import org.noticecascade.directory.Units;
import org.springframework.stereotype.Component;

/** Which unit urged and when, for example {@code 某某局，3月4日 15:20}. */
@Component
class UrgeLabels {
    private static final DateTimeFormatter CHINESE = DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.CHINA);
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMMM, HH:mm", Locale.ENGLISH);

    private final People people;
    private final Units units;
    private final Clock clock;

    UrgeLabels(People people, Units units, Clock clock) {
        this.people = people;
        this.units = units;
        this.clock = clock;
    }

    String label(Urge urge, Person reader) {
        boolean english = "en".equals(reader.language());
        String by = people.find(urge.userId()).map(this::unitOf).orElse(english ? "the superior" : "上级");
        String at = (english ? ENGLISH : CHINESE).format(urge.at().atZoneSameInstant(clock.getZone()));
        return (english ? "%s, %s" : "%s，%s").formatted(by, at);
    }

    String unitOf(Person person) {
        return units.get(person.unitCode()).name();
    }
}
