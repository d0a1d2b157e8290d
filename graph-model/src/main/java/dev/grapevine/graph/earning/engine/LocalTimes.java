package dev.grapevine.graph.earning.engine;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** Local times of one instant by time zone. */
final class LocalTimes {

    private final OffsetDateTime at;
    private final Map<String, LocalDateTime> byTimeZone = new HashMap<>(4);

    LocalTimes(OffsetDateTime at) {
        this.at = at;
    }

    LocalDateTime in(String timeZone) {
        return byTimeZone.computeIfAbsent(
                timeZone, name -> at.atZoneSameInstant(ZoneId.of(name)).toLocalDateTime());
    }

    LocalDate day(String timeZone) {
        return in(timeZone).toLocalDate();
    }
}
