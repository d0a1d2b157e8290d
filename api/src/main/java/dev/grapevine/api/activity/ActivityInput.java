package dev.grapevine.api.activity;

import dev.grapevine.graph.activity.RecordActivity;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;

/** Activity to record or to simulate. */
public record ActivityInput(
        String externalId,
        String kind,
        String customer,
        @Nullable String contribution,
        @Nullable String channel,
        OffsetDateTime occurredAt,
        long quantity,
        @Nullable BigDecimal value,
        List<RecordActivity.Field> fields) {

    /** Returns the command that records the activity. */
    public RecordActivity command() {
        return new RecordActivity(
                externalId,
                kind,
                customer,
                contribution,
                channel,
                occurredAt,
                quantity,
                value,
                fields);
    }
}
