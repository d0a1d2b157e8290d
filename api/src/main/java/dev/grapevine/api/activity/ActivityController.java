package dev.grapevine.api.activity;

import dev.grapevine.api.kernel.Arguments;
import dev.grapevine.api.kernel.BatchMappings;
import dev.grapevine.api.kernel.Connection;
import dev.grapevine.api.kernel.ConnectionLoader;
import dev.grapevine.api.kernel.Loaders;
import dev.grapevine.api.kernel.NodeSource;
import dev.grapevine.api.kernel.ReferenceSource;
import dev.grapevine.api.kernel.ReferenceSource.Named;
import dev.grapevine.graph.activity.Activities;
import dev.grapevine.graph.activity.Activity;
import dev.grapevine.graph.activity.CancelActivity;
import dev.grapevine.graph.activity.RecordActivity;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.customer.Customers;
import dev.grapevine.graph.kernel.command.Call;
import dev.grapevine.graph.kernel.command.Caller;

import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Resolves activities: {@code recordActivities}, {@code cancelActivity}, {@code
 * Customer.activities} and the fields of {@code Activity}.
 */
@Controller
class ActivityController {

    private static final int MAX_KINDS = 20;

    private final Activities activities;
    private final Customers customers;
    private final ConnectionLoader<Activity, Connection.Edge<Activity>> pages;

    ActivityController(Activities activities, Customers customers, Loaders loaders) {
        this.activities = activities;
        this.customers = customers;
        this.pages =
                loaders.connection(
                        "Customer.activities", activities::ofCustomers, Activity::cursor);
    }

    @Bean
    static NodeSource activityNodes(Activities activities) {
        return NodeSource.of("act", activities::byIds);
    }

    @Bean
    static ReferenceSource activityReferences(Activities activities) {
        return new ReferenceSource(
                "ActivityRef",
                (brandId, kind, externalIds) ->
                        activities
                                .byExternalIds(brandId, Objects.requireNonNull(kind), externalIds)
                                .values()
                                .stream()
                                .flatMap(ActivityController::named),
                (caller, ids) ->
                        activities.byIds(caller, ids).values().stream()
                                .flatMap(ActivityController::named));
    }

    /** Returns the ids of the activity; empty for a system activity, which has no external id. */
    private static Stream<Named> named(Activity activity) {
        var externalId = activity.externalId();
        return externalId == null
                ? Stream.empty()
                : Stream.of(new Named(activity.id(), activity.brandId(), externalId));
    }

    @MutationMapping
    ActivityResultsPayload recordActivities(@Argument RecordActivitiesInput input, Caller caller) {
        return ActivityResultsPayload.of(
                activities.record(caller, input.brand(), input.activities()));
    }

    @MutationMapping
    CancelActivityPayload cancelActivity(@Argument CancelActivity input, Call call) {
        return CancelActivityPayload.of(activities.cancel(call, input));
    }

    @MutationMapping
    ActivityResultsPayload cancelActivities(@Argument CancelActivitiesInput input, Caller caller) {
        return ActivityResultsPayload.of(activities.cancelAll(caller, input.cancellations()));
    }

    @SchemaMapping(typeName = "Activity", field = "fields")
    List<RecordActivity.Field> fields(Activity activity) {
        return activity.fieldValues();
    }

    @SchemaMapping(typeName = "Activity", field = "cancelledAt")
    @Nullable OffsetDateTime cancelledAt(Activity activity) {
        return activity.cancelledAt();
    }

    @SchemaMapping(typeName = "Activity", field = "cancellationReason")
    @Nullable String cancellationReason(Activity activity) {
        return activity.cancellationReason();
    }

    @SchemaMapping
    @Nullable String contributionKind(Activity activity) {
        return activity.subjectKind();
    }

    @SchemaMapping(typeName = "Customer", field = "activities")
    CompletableFuture<Connection<Connection.Edge<Activity>>> activities(
            Customer customer,
            @Argument @Nullable List<String> kinds,
            DataFetchingEnvironment environment) {
        var filters = new HashMap<String, @Nullable Object>();
        filters.put("kinds", kinds);
        if (kinds != null) {
            Arguments.between("number of kinds", kinds.size(), 0, MAX_KINDS);
        }
        return pages.load(environment, customer.id(), filters);
    }

    @BatchMapping(typeName = "Activity")
    Map<Activity, Customer> customer(List<Activity> activities) {
        return BatchMappings.load(
                activities, Activity::customerId, ids -> customers.byIds(Caller.SYSTEM, ids));
    }
}
