package dev.grapevine.api.activity;

import dev.grapevine.graph.activity.CancelActivity;

import java.util.List;

/** Input of {@code cancelActivities}. */
record CancelActivitiesInput(List<CancelActivity> cancellations) {}
