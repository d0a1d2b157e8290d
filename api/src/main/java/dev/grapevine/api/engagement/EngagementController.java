package dev.grapevine.api.engagement;

import dev.grapevine.api.kernel.Arguments;
import dev.grapevine.api.kernel.Batch;
import dev.grapevine.api.kernel.Connection;
import dev.grapevine.api.kernel.Loader;
import dev.grapevine.api.kernel.Loaders;
import dev.grapevine.api.kernel.NodeSource;
import dev.grapevine.api.kernel.Paging;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.customer.Customers;
import dev.grapevine.graph.engagement.Activities;
import dev.grapevine.graph.engagement.Activity;
import dev.grapevine.graph.engagement.RecordActivity;
import dev.grapevine.graph.kernel.Call;
import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.Page;
import dev.grapevine.graph.kernel.PageRequest;

import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Activities. */
@Controller
class EngagementController {

    private static final int KINDS_MAX = 20;

    private final Activities activities;
    private final Customers customers;
    private final Loader<PageRequest, Page<Activity>> pages;

    EngagementController(Activities activities, Customers customers, Loaders loaders) {
        this.activities = activities;
        this.customers = customers;
        this.pages = loaders.register("Customer.activities", activities::ofCustomers);
    }

    @Bean
    static NodeSource activityNodes(Activities activities) {
        return NodeSource.of("act", activities::byIds);
    }

    @MutationMapping
    RecordActivitiesPayload recordActivities(@Argument RecordActivitiesInput input, Caller caller) {
        return RecordActivitiesPayload.of(
                activities.record(caller, input.brand(), input.commands()));
    }

    @MutationMapping
    WithdrawActivityPayload withdrawActivity(@Argument WithdrawActivityInput input, Caller caller) {
        var call = new Call(caller, input.idempotencyKey());
        return WithdrawActivityPayload.of(activities.withdraw(call, input.command()));
    }

    @SchemaMapping(typeName = "Activity", field = "fields")
    List<RecordActivity.Field> fields(Activity activity) {
        return activity.fieldValues();
    }

    @SchemaMapping(typeName = "Customer", field = "activities")
    CompletableFuture<Connection<Connection.Edge<Activity>>> activities(
            Customer customer,
            @Argument @Nullable List<String> kinds,
            DataFetchingEnvironment environment) {
        var filters = new HashMap<String, @Nullable Object>();
        filters.put("kinds", kinds);
        if (kinds != null) {
            Arguments.between("the number of kinds", kinds.size(), 0, KINDS_MAX);
        }
        var list = Paging.of(environment, customer.id(), filters);
        return pages.load(environment, customer.id(), list.page())
                .thenApply(page -> list.connection(page, Activity::cursor));
    }

    @BatchMapping(typeName = "Activity")
    Map<Activity, Customer> customer(List<Activity> activities) {
        return Batch.load(
                activities, Activity::customerId, ids -> customers.byIds(Caller.GRAPEVINE, ids));
    }
}
