package dev.grapevine.api.activity;

import dev.grapevine.graph.activity.RecordActivity;

import java.util.List;

/** Input of {@code recordActivities}. */
record RecordActivitiesInput(String brand, List<RecordActivity> activities) {}
