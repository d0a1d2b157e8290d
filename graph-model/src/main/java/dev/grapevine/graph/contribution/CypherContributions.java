package dev.grapevine.graph.contribution;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.grapevine.graph.brand.Brands;
import dev.grapevine.graph.kernel.Call;
import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.Cursor;
import dev.grapevine.graph.kernel.CypherFile;
import dev.grapevine.graph.kernel.Graph;
import dev.grapevine.graph.kernel.Idempotency;
import dev.grapevine.graph.kernel.Ids;
import dev.grapevine.graph.kernel.InBrand;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Page;
import dev.grapevine.graph.kernel.PageRequest;
import dev.grapevine.graph.kernel.Unknown;

import org.neo4j.driver.Record;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Contributions by Cypher. */
@Component
class CypherContributions implements Contributions {

    private static final CypherFile BY_IDS =
            CypherFile.of(CypherContributions.class, "contributions-by-ids");
    private static final CypherFile BY_KEYS =
            CypherFile.of(CypherContributions.class, "contributions-by-keys");
    private static final CypherFile OF_CUSTOMERS =
            CypherFile.of(CypherContributions.class, "contributions-of-customers");
    private static final CypherFile REPLIES = CypherFile.of(CypherContributions.class, "replies");
    private static final CypherFile REPLIED_TO =
            CypherFile.of(CypherContributions.class, "replied-to");
    private static final CypherFile LINK_REPLIES =
            CypherFile.of(CypherContributions.class, "link-replies");
    private static final CypherFile STAMPS = CypherFile.of(CypherContributions.class, "stamps");
    private static final CypherFile STAMPS_BY_IDS =
            CypherFile.of(CypherContributions.class, "stamps-by-ids");

    private final Graph graph;
    private final Idempotency idempotency;
    private final Brands brands;
    private final Submissions submissions;
    private final Responses responses;
    private final Ids ids;

    CypherContributions(
            Graph graph,
            Idempotency idempotency,
            Brands brands,
            Submissions submissions,
            Responses responses,
            Ids ids) {
        this.graph = graph;
        this.idempotency = idempotency;
        this.brands = brands;
        this.submissions = submissions;
        this.responses = responses;
        this.ids = ids;
    }

    @Override
    public Outcome<Contribution> submit(Call call, String brandKey, SubmitContribution command) {
        var inputs = Submission.check(command).and(call.check());
        var brand = brands.byKey(call.caller(), brandKey);
        if (brand.isEmpty()) {
            inputs.and(new Unknown("Brand", brandKey, "brand"));
        }
        if (!inputs.areRight()) {
            return inputs.refused();
        }
        var id = ids.next("con");
        return idempotency.once(
                call,
                new InBrand(brandKey, command),
                id,
                () ->
                        submissions
                                .take(brand.get().id(), List.of(new Submission(id, command)))
                                .getFirst(),
                first ->
                        Outcome.done(
                                Objects.requireNonNull(
                                        byIds(Caller.GRAPEVINE, List.of(first)).get(first))));
    }

    @Override
    public List<Outcome<Contribution>> submitAll(
            String brandId, List<SubmitContribution> commands) {
        return graph.inOneTransaction(
                () ->
                        Outcome.checked(
                                commands,
                                Submission::check,
                                right ->
                                        submissions.take(
                                                brandId,
                                                right.stream()
                                                        .map(
                                                                command ->
                                                                        new Submission(
                                                                                ids.next("con"),
                                                                                command))
                                                        .toList())));
    }

    @Override
    public List<Outcome<LinkReply>> linkReplies(String brandId, List<LinkReply> commands) {
        var rows = commands.stream().map(command -> command.row(brandId)).toList();
        var linked = graph.write(LINK_REPLIES, Map.of("rows", rows), row -> row);
        var outcomes =
                linked.stream()
                        .collect(
                                toMap(
                                        row -> row.get("place").asInt(),
                                        row -> row.get("outcome").asString()));
        return IntStream.range(0, commands.size())
                .mapToObj(
                        place ->
                                commands.get(place)
                                        .outcome(Objects.requireNonNull(outcomes.get(place))))
                .toList();
    }

    @Override
    public Outcome<Contribution> vote(Call call, VoteForContribution command) {
        return responses.vote(call, command, this);
    }

    @Override
    public Outcome<StatusStamp> stamp(Call call, StampContribution command) {
        return responses.stamp(call, command);
    }

    @Override
    public Optional<Contribution> byExternalId(Caller caller, String brandKey, String externalId) {
        return brands.byKey(caller, brandKey)
                .flatMap(
                        brand ->
                                byKeys(List.of(Contribution.key(brand.id(), externalId))).stream()
                                        .findFirst());
    }

    @Override
    public Map<String, Contribution> byExternalIds(String brandId, Collection<String> externalIds) {
        var keys = externalIds.stream().map(id -> Contribution.key(brandId, id)).toList();
        return byKeys(keys).stream().collect(toMap(Contribution::externalId, Function.identity()));
    }

    private List<Contribution> byKeys(List<String> keys) {
        return graph.read(BY_KEYS, Map.of("keys", keys), CypherContributions::contribution);
    }

    @Override
    public Map<String, Contribution> byIds(Caller caller, Collection<String> wanted) {
        return graph
                .read(BY_IDS, Map.of("ids", List.copyOf(wanted)), CypherContributions::contribution)
                .stream()
                .filter(contribution -> caller.sees(contribution.brandId()))
                .collect(toMap(Contribution::id, Function.identity()));
    }

    @Override
    public Map<String, Page<Contribution>> ofCustomers(
            Collection<String> customerIds, PageRequest request) {
        return Page.each(
                graph,
                OF_CUSTOMERS,
                customerIds,
                request,
                Cursor.HIGHEST,
                CypherContributions::contribution);
    }

    @Override
    public Map<String, Page<Contribution>> replies(
            Collection<String> contributionIds, PageRequest request) {
        return Page.each(
                graph,
                REPLIES,
                contributionIds,
                request,
                Cursor.LOWEST,
                CypherContributions::contribution);
    }

    @Override
    public Map<String, Contribution> repliedTo(Collection<String> contributionIds) {
        var rows = graph.read(REPLIED_TO, Map.of("ids", List.copyOf(contributionIds)), row -> row);
        return rows.stream()
                .collect(
                        toMap(
                                row -> row.get("replyId").asString(),
                                CypherContributions::contribution));
    }

    @Override
    public Map<String, List<StatusStamp>> stamps(Collection<String> contributionIds) {
        var stamps =
                graph.read(
                        STAMPS,
                        Map.of("ids", List.copyOf(contributionIds)),
                        row -> row.get("stamp").as(StatusStamp.class));
        var byContribution = stamps.stream().collect(groupingBy(StatusStamp::contributionId));
        contributionIds.forEach(id -> byContribution.putIfAbsent(id, List.of()));
        return byContribution;
    }

    private record StampOf(String brandId, StatusStamp stamp) {}

    @Override
    public Map<String, StatusStamp> stampsByIds(Caller caller, Collection<String> wanted) {
        return graph
                .read(
                        STAMPS_BY_IDS,
                        Map.of("ids", List.copyOf(wanted)),
                        row ->
                                new StampOf(
                                        row.get("brandId").asString(),
                                        row.get("stamp").as(StatusStamp.class)))
                .stream()
                .filter(found -> caller.sees(found.brandId()))
                .map(StampOf::stamp)
                .collect(toMap(StatusStamp::id, Function.identity()));
    }

    private static Contribution contribution(Record row) {
        return row.get("contribution").as(Contribution.class);
    }
}
