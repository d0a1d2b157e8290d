package dev.grapevine.graph.earning.engine;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** The moment of an activity, as calendars and clocks of time zones show it. */
final class LocalTimes {

    private final OffsetDateTime at;
    private final Map<String, LocalDateTime> shown = new HashMap<>(4);

    LocalTimes(OffsetDateTime at) {
        this.at = at;
    }

    LocalDateTime in(String timeZone) {
        return shown.computeIfAbsent(
                timeZone, name -> at.atZoneSameInstant(ZoneId.of(name)).toLocalDateTime());
    }

    LocalDate day(String timeZone) {
        return in(timeZone).toLocalDate();
    }
}
