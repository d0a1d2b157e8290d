package dev.grapevine.graph.contribution;

import static java.util.stream.Collectors.toMap;

import dev.grapevine.graph.activity.Activities;
import dev.grapevine.graph.activity.SystemActivity;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.customer.Customers;
import dev.grapevine.graph.kernel.Ids;
import dev.grapevine.graph.kernel.Times;
import dev.grapevine.graph.kernel.command.Call;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.Idempotency;
import dev.grapevine.graph.kernel.command.NotFound;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;

import org.springframework.stereotype.Component;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Votes of customers on contributions, one for each customer and contribution. A vote locks the
 * customer, then the contribution, and is an activity {@code contribution.voted}.
 */
@Component
public class Votes {

    private static final CypherStatement VOTE =
            CypherStatement.of(Votes.class, "vote-on-contributions");

    private final GraphClient graph;
    private final Idempotency idempotency;
    private final Contributions contributions;
    private final Customers customers;
    private final Activities activities;
    private final Ids ids;
    private final Times times;

    Votes(
            GraphClient graph,
            Idempotency idempotency,
            Contributions contributions,
            Customers customers,
            Activities activities,
            Ids ids,
            Times times) {
        this.graph = graph;
        this.idempotency = idempotency;
        this.contributions = contributions;
        this.customers = customers;
        this.activities = activities;
        this.ids = ids;
        this.times = times;
    }

    /** Vote to be written, with its id. */
    private record NewVote(String id, VoteOnContribution command) {

        String customerId() {
            return command.customer();
        }
    }

    /** Vote in the form of the statement's rows. */
    private record Row(
            String id,
            String brandId,
            String customerId,
            String contributionId,
            String key,
            int weight,
            OffsetDateTime at) {

        SystemActivity activity() {
            return new SystemActivity(
                    brandId, customerId, "contribution.voted", id, contributionId, at);
        }
    }

    /**
     * Records a vote, once per idempotency key, and returns the contribution. Rejections: {@code
     * INVALID_INPUT}, {@code CUSTOMER_NOT_FOUND}, {@code CONTRIBUTION_NOT_FOUND}, {@code
     * OWN_CONTRIBUTION}, {@code ALREADY_VOTED}.
     */
    public Result<Contribution> vote(Call call, VoteOnContribution command) {
        var validation = command.check(times).and(call.check());
        if (!validation.isValid()) {
            return validation.rejected();
        }
        var vote = new NewVote(ids.next("vot"), command);
        return idempotency.execute(
                call,
                command,
                vote.id(),
                () -> ofNewVote(write(call.caller(), List.of(vote)).getFirst()),
                _ -> Result.success(contribution(command)));
    }

    /** Returns the contribution of a new vote; a vote that exists already is rejected. */
    private Result<Contribution> ofNewVote(Result<VoteOnContribution> vote) {
        return vote instanceof Result.Success<VoteOnContribution>(_, var isKnown) && isKnown
                ? Result.rejected(ContributionRejection.ALREADY_VOTED)
                : vote.map(this::contribution);
    }

    private Contribution contribution(VoteOnContribution command) {
        var id = command.contribution();
        return Objects.requireNonNull(contributions.byIds(Caller.SYSTEM, List.of(id)).get(id));
    }

    /**
     * Records votes in one transaction and returns one result for each, in their order; the result
     * of a vote that exists already, in the same direction, has {@code isReplay}. Rejections: as
     * {@link #vote}.
     */
    public List<Result<VoteOnContribution>> voteAll(List<VoteOnContribution> commands) {
        return graph.inOneTransaction(
                () ->
                        Result.checked(
                                commands,
                                command -> command.check(times),
                                valid ->
                                        write(
                                                Caller.SYSTEM,
                                                valid.stream()
                                                        .map(
                                                                command ->
                                                                        new NewVote(
                                                                                ids.next("vot"),
                                                                                command))
                                                        .toList())));
    }

    private List<Result<VoteOnContribution>> write(Caller caller, List<NewVote> newVotes) {
        var voterIds = newVotes.stream().map(NewVote::customerId).distinct().toList();
        var voters = customers.lock(caller, voterIds);
        return Result.mapSuccesses(
                newVotes.stream()
                        .map(
                                vote ->
                                        voters.containsKey(vote.customerId())
                                                ? Result.success(vote)
                                                : Result.<NewVote>rejected(
                                                        new NotFound(
                                                                "Customer",
                                                                vote.customerId(),
                                                                "customer")))
                        .toList(),
                known -> writeOf(voters, known));
    }

    private List<Result<VoteOnContribution>> writeOf(
            Map<String, Customer> voters, List<NewVote> newVotes) {
        var rows =
                newVotes.stream()
                        .map(
                                vote ->
                                        row(
                                                vote,
                                                Objects.requireNonNull(
                                                        voters.get(vote.customerId()))))
                        .toList();
        var outcomes =
                graph.write(VOTE, Map.of("rows", rows), row -> row).stream()
                        .collect(
                                toMap(
                                        row -> row.get("index").asInt(),
                                        row -> row.get("outcome").asString()));
        activities.recordSystem(
                IntStream.range(0, rows.size())
                        .filter(i -> "VOTED".equals(outcomes.get(i)))
                        .mapToObj(i -> rows.get(i).activity())
                        .toList());
        return IntStream.range(0, rows.size())
                .mapToObj(
                        i ->
                                result(
                                        newVotes.get(i).command(),
                                        Objects.requireNonNull(outcomes.get(i))))
                .toList();
    }

    private Row row(NewVote vote, Customer voter) {
        var command = vote.command();
        return new Row(
                vote.id(),
                voter.brandId(),
                voter.id(),
                command.contribution(),
                voter.id() + "|" + command.contribution(),
                command.isDownvote() ? -1 : 1,
                command.votedAt() == null ? times.now() : Times.utc(command.votedAt()));
    }

    private static Result<VoteOnContribution> result(VoteOnContribution command, String outcome) {
        return switch (outcome) {
            case "VOTED" -> Result.success(command);
            case "SAME_VOTE" -> new Result.Success<>(command, true);
            case "CONTRIBUTION_NOT_FOUND" ->
                    Result.rejected(
                            new NotFound("Contribution", command.contribution(), "contribution"));
            default -> Result.rejected(ContributionRejection.valueOf(outcome));
        };
    }
}
