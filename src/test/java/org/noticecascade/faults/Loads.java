package org.noticecascade.faults;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Databases that the service itself made and filled with its units, with a load put into each; made when asked for. */
final class Loads {
    private static final String EMPTY = "base";
    private static final Map<Size, Load> MADE = new EnumMap<>(Size.class);

    private Loads() {}

    enum Size {
        /** 上海, 广东 and 海南: with and without prefectures. */
        THREE_PROVINCES(List.of("31", "44", "46"), false),
        /** 3,210 units. */
        COUNTRY(List.of(), false),
        /** Half of the units are reminded on even days. */
        COUNTRY_ON_TWO_DAYS(List.of(), true);

        private final List<String> provinces;
        private final boolean mixed;

        Size(List<String> provinces, boolean mixed) {
            this.provinces = provinces;
            this.mixed = mixed;
        }
    }

    static synchronized Load of(Size size) {
        return MADE.computeIfAbsent(size, none -> make(size));
    }

    static String template(Size size) {
        return size.name().toLowerCase(Locale.ROOT);
    }

    private static Load make(Size size) {
        if (MADE.isEmpty()) {
            migrate();
        }
        return Load.into(Database.copyOf(EMPTY, template(size)), Day.today(), size.provinces, size.mixed);
    }

    private static void migrate() {
        Database database = Database.copyOf("template1", EMPTY);
        Map<String, String> quiet = Map.of("cascade.patrol.make-up", "false", "cascade.mail.enabled", "false");
        try (Node node = Node.launch(EMPTY, 8139, database, 25, quiet)) {
            node.awaitSaid("Units loaded");
        }
    }
}
