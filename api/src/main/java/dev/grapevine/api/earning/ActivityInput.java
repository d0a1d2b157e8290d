package dev.grapevine.api.earning;

import dev.grapevine.graph.activity.RecordActivity;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;

/** The activity of {@code simulateActivity}, with the fields of a recorded one. */
record ActivityInput(
        String id,
        String kind,
        String customer,
        @Nullable String contribution,
        @Nullable String channel,
        OffsetDateTime occurredAt,
        long quantity,
        @Nullable BigDecimal value,
        List<RecordActivity.Field> fields) {

    RecordActivity command() {
        return new RecordActivity(
                id, kind, customer, contribution, channel, occurredAt, quantity, value, fields);
    }
}
