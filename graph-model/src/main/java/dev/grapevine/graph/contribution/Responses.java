package dev.grapevine.graph.contribution;

import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.customer.Customers;
import dev.grapevine.graph.engagement.Activities;
import dev.grapevine.graph.engagement.OwnActivity;
import dev.grapevine.graph.kernel.Call;
import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.CypherFile;
import dev.grapevine.graph.kernel.Graph;
import dev.grapevine.graph.kernel.Idempotency;
import dev.grapevine.graph.kernel.Ids;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Times;
import dev.grapevine.graph.kernel.Unknown;

import org.springframework.stereotype.Component;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How others respond to a contribution: customers by votes, the brand by stamps. */
@Component
class Responses {

    private static final CypherFile VOTE = CypherFile.of(Responses.class, "vote-for-contribution");
    private static final CypherFile STAMP = CypherFile.of(Responses.class, "stamp-contribution");
    private static final CypherFile STAMP_BY_ID = CypherFile.of(Responses.class, "stamp-by-id");

    private final Graph graph;
    private final Idempotency idempotency;
    private final Customers customers;
    private final Activities activities;
    private final Ids ids;
    private final Times times;

    Responses(
            Graph graph,
            Idempotency idempotency,
            Customers customers,
            Activities activities,
            Ids ids,
            Times times) {
        this.graph = graph;
        this.idempotency = idempotency;
        this.customers = customers;
        this.activities = activities;
        this.ids = ids;
        this.times = times;
    }

    Outcome<Contribution> vote(
            Call call, VoteForContribution command, Contributions contributions) {
        var id = ids.next("vot");
        return idempotency.once(
                call,
                command,
                id,
                () -> vote(id, call.caller(), command, contributions),
                _ -> Outcome.done(found(contributions, command.contributionId())));
    }

    private Outcome<Contribution> vote(
            String id, Caller caller, VoteForContribution command, Contributions contributions) {
        var voter = customers.lock(caller, List.of(command.customerId())).get(command.customerId());
        if (voter == null) {
            return Outcome.refused(new Unknown("Customer", command.customerId(), "customer"));
        }
        var now = times.now();
        var parameters =
                Map.of(
                        "id",
                        id,
                        "brandId",
                        voter.brandId(),
                        "customerId",
                        voter.id(),
                        "contributionId",
                        command.contributionId(),
                        "key",
                        voter.id() + "|" + command.contributionId(),
                        "weight",
                        command.isAgainst() ? -1 : 1,
                        "now",
                        now);
        var refusals = graph.write(VOTE, parameters, row -> row.get("refusal").asString(""));
        if (refusals.isEmpty()) {
            return Outcome.refused(
                    new Unknown("Contribution", command.contributionId(), "contribution"));
        }
        if (!refusals.getFirst().isEmpty()) {
            return Outcome.refused(ContributionRefusal.valueOf(refusals.getFirst()));
        }
        activities.recordOwn(List.of(activity(id, voter, command.contributionId(), now)));
        return Outcome.done(found(contributions, command.contributionId()));
    }

    private static OwnActivity activity(
            String voteId, Customer voter, String contributionId, OffsetDateTime votedAt) {
        return new OwnActivity(
                voter.brandId(), voter.id(), "contribution.voted", voteId, contributionId, votedAt);
    }

    private static Contribution found(Contributions contributions, String id) {
        return Objects.requireNonNull(contributions.byIds(Caller.GRAPEVINE, List.of(id)).get(id));
    }

    Outcome<StatusStamp> stamp(Call call, StampContribution command) {
        var inputs = call.check().text("text", command.text(), 1, 2_000);
        if (!inputs.areRight()) {
            return inputs.refused();
        }
        var id = ids.next("stp");
        return idempotency.once(
                call,
                command,
                id,
                () -> stamp(id, call.caller(), command),
                first ->
                        Outcome.done(
                                graph.read(
                                                STAMP_BY_ID,
                                                Map.of("id", first),
                                                row -> row.get("stamp").as(StatusStamp.class))
                                        .getFirst()));
    }

    private Outcome<StatusStamp> stamp(String id, Caller caller, StampContribution command) {
        var stamp =
                new StatusStamp(
                        id,
                        command.contributionId(),
                        command.status().name(),
                        command.text(),
                        caller.id(),
                        times.now());
        var parameters = new HashMap<String, Object>();
        parameters.put("stamp", stamp);
        parameters.put("scope", caller.brandId());
        var areTaken = graph.write(STAMP, parameters, row -> row.get("isTaken").asBoolean());
        if (areTaken.isEmpty()) {
            return Outcome.refused(
                    new Unknown("Contribution", command.contributionId(), "contribution"));
        }
        return areTaken.getFirst()
                ? Outcome.done(stamp)
                : Outcome.refused(ContributionRefusal.TOO_MANY_STATUS_CHANGES);
    }
}
