package dev.grapevine.api.activity;

import dev.grapevine.graph.activity.RecordActivity;

import java.util.List;

/** Input of {@code recordActivities}. */
record RecordActivitiesInput(String brand, List<ActivityInput> activities) {

    List<RecordActivity> commands() {
        return activities.stream().map(ActivityInput::command).toList();
    }
}
