package dev.grapevine.graph.contribution;

import static java.util.stream.Collectors.toMap;

import dev.grapevine.graph.brand.Brands;
import dev.grapevine.graph.kernel.Cursor;
import dev.grapevine.graph.kernel.Ids;
import dev.grapevine.graph.kernel.Page;
import dev.grapevine.graph.kernel.PageRequest;
import dev.grapevine.graph.kernel.Times;
import dev.grapevine.graph.kernel.command.BrandCommand;
import dev.grapevine.graph.kernel.command.Call;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.Idempotency;
import dev.grapevine.graph.kernel.command.NotFound;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.kernel.database.Rows;

import org.neo4j.driver.Record;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Contributions of customers: submission, replies, status changes and look-up. */
@Component
public class Contributions {

    /** Maximum number of status changes of a contribution. */
    public static final int MAX_STATUS_CHANGES = 100;

    private static final CypherStatement BY_IDS =
            CypherStatement.of(Contributions.class, "contributions-by-ids");
    private static final CypherStatement BY_KEYS =
            CypherStatement.of(Contributions.class, "contributions-by-keys");
    private static final CypherStatement OF_CUSTOMERS =
            CypherStatement.of(Contributions.class, "contributions-of-customers");
    private static final CypherStatement REPLIES =
            CypherStatement.of(Contributions.class, "replies");
    private static final CypherStatement REPLIED_TO =
            CypherStatement.of(Contributions.class, "replied-to");
    private static final CypherStatement LINK_REPLIES =
            CypherStatement.of(Contributions.class, "link-replies");

    private final GraphClient graph;
    private final Idempotency idempotency;
    private final Brands brands;
    private final ContributionWriter writer;
    private final StatusChanges statusChanges;
    private final Ids ids;
    private final Times times;

    Contributions(
            GraphClient graph,
            Idempotency idempotency,
            Brands brands,
            ContributionWriter writer,
            StatusChanges statusChanges,
            Ids ids,
            Times times) {
        this.graph = graph;
        this.idempotency = idempotency;
        this.brands = brands;
        this.writer = writer;
        this.statusChanges = statusChanges;
        this.ids = ids;
        this.times = times;
    }

    /**
     * Submits a contribution, once per idempotency key, and records the activity {@code
     * contribution.submitted}. Rejections: {@code INVALID_INPUT}, {@code BRAND_NOT_FOUND}, {@code
     * CUSTOMER_NOT_FOUND}, {@code CONTRIBUTION_NOT_FOUND} (the contribution replied to), {@code
     * ALREADY_SUBMITTED}.
     */
    public Result<Contribution> submit(Call call, String brandKey, SubmitContribution command) {
        var validation = NewContribution.check(command, times).and(call.check());
        var brand = brands.byKey(call.caller(), brandKey);
        if (brand.isEmpty()) {
            validation.and(new NotFound("Brand", brandKey, "brand"));
        }
        if (!validation.isValid()) {
            return validation.rejected();
        }
        var id = ids.next("con");
        return idempotency.execute(
                call,
                new BrandCommand(brandKey, command),
                id,
                () ->
                        writer.write(brand.get().id(), List.of(new NewContribution(id, command)))
                                .getFirst(),
                first ->
                        Result.success(
                                Objects.requireNonNull(
                                        byIds(Caller.SYSTEM, List.of(first)).get(first))));
    }

    /**
     * Submits contributions in one transaction, as {@link #submit} does, and returns one result for
     * each, in their order.
     */
    public List<Result<Contribution>> submitAll(String brandId, List<SubmitContribution> commands) {
        return graph.inOneTransaction(
                () ->
                        Result.checked(
                                commands,
                                command -> NewContribution.check(command, times),
                                valid ->
                                        writer.write(
                                                brandId,
                                                valid.stream()
                                                        .map(
                                                                command ->
                                                                        new NewContribution(
                                                                                ids.next("con"),
                                                                                command))
                                                        .toList())));
    }

    /**
     * Links replies to their originals in one transaction and returns one result for each, in their
     * order; the result of an existing link has {@code isReplay}. Rejections: {@code
     * CONTRIBUTION_NOT_FOUND}, {@code ANSWERS_ANOTHER}.
     */
    public List<Result<LinkReply>> linkReplies(String brandId, List<LinkReply> commands) {
        var rows = commands.stream().map(command -> command.row(brandId)).toList();
        var linked = graph.write(LINK_REPLIES, Map.of("rows", rows), row -> row);
        var linkStates =
                linked.stream()
                        .collect(
                                toMap(
                                        row -> row.get("index").asInt(),
                                        row -> row.get("linkState").asString()));
        return IntStream.range(0, commands.size())
                .mapToObj(
                        index ->
                                commands.get(index)
                                        .result(Objects.requireNonNull(linkStates.get(index))))
                .toList();
    }

    /**
     * Sets the status of a contribution with a comment, once per idempotency key. Rejections:
     * {@code INVALID_INPUT}, {@code CONTRIBUTION_NOT_FOUND}, {@code TOO_MANY_STATUS_CHANGES}.
     */
    public Result<StatusChange> setStatus(Call call, SetContributionStatus command) {
        return statusChanges.setStatus(call, command);
    }

    /**
     * Returns the contribution with this external id if it exists and the caller may see it. One
     * round trip.
     */
    public Optional<Contribution> byExternalId(Caller caller, String brandKey, String externalId) {
        return brands.byKey(caller, brandKey)
                .flatMap(
                        brand ->
                                byKeys(List.of(Contribution.key(brand.id(), externalId))).stream()
                                        .findFirst());
    }

    /** Returns the contributions with these external ids, by external id. One round trip. */
    public Map<String, Contribution> byExternalIds(String brandId, Collection<String> externalIds) {
        var keys = externalIds.stream().map(id -> Contribution.key(brandId, id)).toList();
        return byKeys(keys).stream().collect(toMap(Contribution::externalId, Function.identity()));
    }

    private List<Contribution> byKeys(List<String> keys) {
        return graph.read(BY_KEYS, Map.of("keys", keys), Contributions::contribution);
    }

    /** Returns the contributions with these ids that the caller may see, by id. One round trip. */
    public Map<String, Contribution> byIds(Caller caller, Collection<String> contributionIds) {
        return graph
                .read(
                        BY_IDS,
                        Map.of("ids", List.copyOf(contributionIds)),
                        Contributions::contribution)
                .stream()
                .filter(contribution -> caller.sees(contribution.brandId()))
                .collect(toMap(Contribution::id, Function.identity()));
    }

    /** Returns the contributions of each customer, latest first, by customer id. One round trip. */
    public Map<String, Page<Contribution>> ofCustomers(
            Collection<String> customerIds, PageRequest request) {
        return Page.each(
                graph,
                OF_CUSTOMERS,
                customerIds,
                request,
                Cursor.HIGHEST,
                Contributions::contribution);
    }

    /**
     * Returns the replies to each contribution, earliest first, by the contribution's id. One round
     * trip.
     */
    public Map<String, Page<Contribution>> replies(
            Collection<String> contributionIds, PageRequest request) {
        return Page.each(
                graph,
                REPLIES,
                contributionIds,
                request,
                Cursor.LOWEST,
                Contributions::contribution);
    }

    /**
     * Returns the contribution that each given contribution replies to, by the id of the reply. One
     * round trip.
     */
    public Map<String, Contribution> repliedTo(Collection<String> contributionIds) {
        var rows = graph.read(REPLIED_TO, Map.of("ids", List.copyOf(contributionIds)), row -> row);
        return rows.stream()
                .collect(toMap(row -> row.get("replyId").asString(), Contributions::contribution));
    }

    /**
     * Returns the status changes of each contribution, earliest first, at most 100, by the
     * contribution's id. One round trip.
     */
    public Map<String, List<StatusChange>> statusChanges(Collection<String> contributionIds) {
        return statusChanges.statusChanges(contributionIds);
    }

    /** Returns the status changes with these ids that the caller may see, by id. One round trip. */
    public Map<String, StatusChange> statusChangesByIds(
            Caller caller, Collection<String> changeIds) {
        return statusChanges.statusChangesByIds(caller, changeIds);
    }

    private static Contribution contribution(Record row) {
        return Rows.map(row.get("contribution"), Contribution.class);
    }
}
