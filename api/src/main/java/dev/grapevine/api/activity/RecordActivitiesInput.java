package dev.grapevine.api.activity;

import dev.grapevine.graph.activity.RecordActivity;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;

/** Input of {@code recordActivities}. */
record RecordActivitiesInput(String brand, List<ActivityInput> activities) {

    /** An activity to record; {@code id} is its external id. */
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

    List<RecordActivity> commands() {
        return activities.stream().map(ActivityInput::command).toList();
    }
}
