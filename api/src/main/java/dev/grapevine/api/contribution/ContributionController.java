package dev.grapevine.api.contribution;

import dev.grapevine.api.kernel.BatchMappings;
import dev.grapevine.api.kernel.Connection;
import dev.grapevine.api.kernel.ConnectionLoader;
import dev.grapevine.api.kernel.Loaders;
import dev.grapevine.api.kernel.NodeSource;
import dev.grapevine.api.kernel.ReferenceSource;
import dev.grapevine.api.kernel.ReferenceSource.Named;
import dev.grapevine.graph.activity.Activity;
import dev.grapevine.graph.contribution.Contribution;
import dev.grapevine.graph.contribution.Contributions;
import dev.grapevine.graph.contribution.SetContributionStatus;
import dev.grapevine.graph.contribution.StatusChange;
import dev.grapevine.graph.contribution.VoteOnContribution;
import dev.grapevine.graph.contribution.Votes;
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
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Resolves contributions, votes and status changes. */
@Controller
class ContributionController {

    private final Contributions contributions;
    private final Votes votes;
    private final Customers customers;
    private final ConnectionLoader<Contribution, Connection.Edge<Contribution>> ofCustomers;
    private final ConnectionLoader<Contribution, Connection.Edge<Contribution>> replies;

    ContributionController(
            Contributions contributions, Votes votes, Customers customers, Loaders loaders) {
        this.contributions = contributions;
        this.votes = votes;
        this.customers = customers;
        this.ofCustomers =
                loaders.connection(
                        "Customer.contributions", contributions::ofCustomers, Contribution::cursor);
        this.replies =
                loaders.connection(
                        "Contribution.replies", contributions::replies, Contribution::cursor);
    }

    @Bean
    static NodeSource contributionNodes(Contributions contributions) {
        return NodeSource.of("con", contributions::byIds);
    }

    @Bean
    static NodeSource statusChangeNodes(Contributions contributions) {
        return NodeSource.of("stc", contributions::statusChangesByIds);
    }

    @Bean
    static ReferenceSource contributionReferences(Contributions contributions) {
        return new ReferenceSource(
                "ContributionRef",
                (brandId, _, externalIds) ->
                        contributions.byExternalIds(brandId, externalIds).values().stream()
                                .map(ContributionController::named),
                (caller, ids) ->
                        contributions.byIds(caller, ids).values().stream()
                                .map(ContributionController::named));
    }

    private static Named named(Contribution contribution) {
        return new Named(contribution.id(), contribution.brandId(), contribution.externalId());
    }

    @QueryMapping
    @Nullable Contribution contribution(@Argument String ref, Caller caller) {
        return contributions.byIds(caller, List.of(ref)).get(ref);
    }

    @MutationMapping
    SubmitContributionPayload submitContribution(
            @Argument SubmitContributionInput input, Call call) {
        return SubmitContributionPayload.of(
                contributions.submit(call, input.brand(), input.command()));
    }

    @MutationMapping
    VoteOnContributionPayload voteOnContribution(@Argument VoteOnContribution input, Call call) {
        return VoteOnContributionPayload.of(votes.vote(call, input));
    }

    @MutationMapping
    SetContributionStatusPayload setContributionStatus(
            @Argument SetContributionStatus input, Call call) {
        return SetContributionStatusPayload.of(contributions.setStatus(call, input));
    }

    @SchemaMapping(typeName = "SetContributionStatusPayload", field = "contribution")
    @Nullable Contribution changed(SetContributionStatusPayload payload) {
        var change = payload.statusChange();
        return change == null
                ? null
                : contributions
                        .byIds(Caller.SYSTEM, List.of(change.contributionId()))
                        .get(change.contributionId());
    }

    /** Returns the external id; null if the contribution has none and is stored under its id. */
    @SchemaMapping(typeName = "Contribution")
    @Nullable String externalId(Contribution contribution) {
        return contribution.externalId().equals(contribution.id())
                ? null
                : contribution.externalId();
    }

    @SchemaMapping(typeName = "Customer", field = "contributions")
    CompletableFuture<Connection<Connection.Edge<Contribution>>> contributions(
            Customer customer, DataFetchingEnvironment environment) {
        return ofCustomers.load(environment, customer.id());
    }

    @SchemaMapping(typeName = "Contribution", field = "replies")
    CompletableFuture<Connection<Connection.Edge<Contribution>>> replies(
            Contribution contribution, DataFetchingEnvironment environment) {
        return replies.load(environment, contribution.id());
    }

    @BatchMapping(typeName = "Contribution")
    Map<Contribution, Customer> customer(List<Contribution> contributions) {
        return BatchMappings.load(
                contributions,
                Contribution::customerId,
                ids -> customers.byIds(Caller.SYSTEM, ids));
    }

    @BatchMapping(typeName = "Contribution")
    Map<Contribution, Contribution> inReplyTo(List<Contribution> replies) {
        return BatchMappings.load(replies, Contribution::id, contributions::repliedTo);
    }

    @BatchMapping(typeName = "Activity", field = "contribution")
    Map<Activity, Contribution> contributions(List<Activity> activities) {
        return BatchMappings.load(
                activities, Activity::subjectId, ids -> contributions.byIds(Caller.SYSTEM, ids));
    }

    @SchemaMapping(typeName = "StatusChange", field = "changedAt")
    OffsetDateTime changedAt(StatusChange change) {
        return change.changedAt();
    }

    @BatchMapping(typeName = "Contribution")
    Map<Contribution, List<StatusChange>> statusChanges(List<Contribution> parents) {
        return BatchMappings.load(parents, Contribution::id, contributions::statusChanges);
    }
}
