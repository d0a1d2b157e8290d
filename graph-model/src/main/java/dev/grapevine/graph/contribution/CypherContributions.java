package dev.grapevine.graph.contribution;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.grapevine.graph.brand.Brands;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.customer.Customers;
import dev.grapevine.graph.engagement.Activities;
import dev.grapevine.graph.engagement.OwnActivity;
import dev.grapevine.graph.kernel.Call;
import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.Cursor;
import dev.grapevine.graph.kernel.CypherFile;
import dev.grapevine.graph.kernel.Graph;
import dev.grapevine.graph.kernel.Idempotency;
import dev.grapevine.graph.kernel.Ids;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Page;
import dev.grapevine.graph.kernel.PageRequest;
import dev.grapevine.graph.kernel.Times;
import dev.grapevine.graph.kernel.Unknown;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.springframework.stereotype.Component;

/** Contributions by Cypher. */
@Component
class CypherContributions implements Contributions {

    private static final CypherFile SUBMIT = CypherFile.of(CypherContributions.class, "submit-contributions");
    private static final CypherFile BY_IDS = CypherFile.of(CypherContributions.class, "contributions-by-ids");
    private static final CypherFile BY_KEYS = CypherFile.of(CypherContributions.class, "contributions-by-keys");
    private static final CypherFile OF_CUSTOMERS =
            CypherFile.of(CypherContributions.class, "contributions-of-customers");
    private static final CypherFile REPLIES = CypherFile.of(CypherContributions.class, "replies");
    private static final CypherFile REPLIED_TO = CypherFile.of(CypherContributions.class, "replied-to");
    private static final CypherFile LINK_REPLIES = CypherFile.of(CypherContributions.class, "link-replies");
    private static final CypherFile STAMPS = CypherFile.of(CypherContributions.class, "stamps");

    private final Graph graph;
    private final Idempotency idempotency;
    private final Brands brands;
    private final Customers customers;
    private final Activities activities;
    private final Responses responses;
    private final Ids ids;
    private final Times times;

    CypherContributions(
            Graph graph,
            Idempotency idempotency,
            Brands brands,
            Customers customers,
            Activities activities,
            Responses responses,
            Ids ids,
            Times times) {
        this.graph = graph;
        this.idempotency = idempotency;
        this.brands = brands;
        this.customers = customers;
        this.activities = activities;
        this.responses = responses;
        this.ids = ids;
        this.times = times;
    }

    @Override
    public Outcome<Contribution> submit(Call call, String brandKey, SubmitContribution command) {
        var brand = brands.byKey(call.caller(), brandKey);
        if (brand.isEmpty()) {
            return Outcome.refused(new Unknown("Brand", brandKey, "brand"));
        }
        var inputs = Submission.check(command);
        if (!inputs.areRight()) {
            return inputs.refused();
        }
        var id = ids.next("con");
        return idempotency.once(
                call,
                new SubmissionTo(brand.get().id(), command),
                id,
                () -> submit(brand.get().id(), List.of(new Submission(id, command)))
                        .getFirst(),
                first -> Outcome.done(Objects.requireNonNull(
                        byIds(Caller.GRAPEVINE, List.of(first)).get(first))));
    }

    @Override
    public List<Outcome<Contribution>> submitAll(String brandId, List<SubmitContribution> commands) {
        return graph.inOneTransaction(() -> Outcome.checked(
                commands,
                Submission::check,
                right -> submit(
                        brandId,
                        right.stream()
                                .map(command -> new Submission(ids.next("con"), command))
                                .toList())));
    }

    /** What an idempotency key stands for: the same command at another brand is another one. */
    private record SubmissionTo(String brandId, SubmitContribution command) {}

    private record Row(String key, Contribution contribution, @Nullable String inReplyToId) {}

    private record Written(String rowId, Contribution contribution) {}

    private List<Outcome<Contribution>> submit(String brandId, List<Submission> submissions) {
        var givers = customers.byExternalIds(
                brandId,
                submissions.stream().map(it -> it.command().customer()).distinct().toList());
        customers.lock(givers.values().stream().map(Customer::id).toList());
        var originals = originals(brandId, submissions);
        var rows = submissions.stream()
                .map(submission -> row(brandId, submission, givers, originals))
                .toList();
        return Outcome.carryOn(rows, this::write);
    }

    private Map<String, String> originals(String brandId, List<Submission> submissions) {
        var keys = submissions.stream()
                .map(submission -> submission.command().inReplyTo())
                .filter(Objects::nonNull)
                .distinct()
                .map(externalId -> Contribution.key(brandId, externalId))
                .toList();
        return keys.isEmpty() ? Map.of() : byKeys(keys).stream()
                .collect(toMap(Contribution::externalId, Contribution::id));
    }

    private Outcome<Row> row(
            String brandId, Submission submission, Map<String, Customer> givers, Map<String, String> originals) {
        var command = submission.command();
        var giver = givers.get(command.customer());
        if (giver == null) {
            return Outcome.refused(new Unknown("Customer", command.customer(), "customer"));
        }
        var inReplyToId = command.inReplyTo() == null ? null : originals.get(command.inReplyTo());
        if (command.inReplyTo() != null && inReplyToId == null) {
            return Outcome.refused(new Unknown("Contribution", command.inReplyTo(), "inReplyTo"));
        }
        var contribution = submission.by(giver, times.now());
        return Outcome.done(new Row(
                Contribution.key(brandId, contribution.externalId()), contribution, inReplyToId));
    }

    private List<Outcome<Contribution>> write(List<Row> rows) {
        var written = graph.write(SUBMIT, Map.of("rows", rows), row -> row.as(Written.class)).stream()
                .collect(toMap(Written::rowId, Written::contribution));
        var news = written.entrySet().stream()
                .filter(entry -> entry.getKey().equals(entry.getValue().id()))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        activities.recordOwn(news.values().stream()
                .map(it -> new OwnActivity(
                        it.brandId(), it.customerId(), "contribution.submitted", it.id(), it.id(), it.submittedAt()))
                .toList());
        return rows.stream()
                .map(row -> news.get(row.contribution().id()))
                .map(it -> it == null
                        ? Outcome.<Contribution>refused(ContributionRefusal.ALREADY_SUBMITTED)
                        : Outcome.done(it))
                .toList();
    }

    @Override
    public List<Outcome<LinkReply>> linkReplies(String brandId, List<LinkReply> commands) {
        var rows = commands.stream().map(command -> command.row(brandId)).toList();
        var linked = graph.write(LINK_REPLIES, Map.of("rows", rows), row -> row);
        var outcomes = linked.stream()
                .collect(toMap(row -> row.get("place").asInt(), row -> row.get("outcome").asString()));
        return IntStream.range(0, commands.size())
                .mapToObj(place -> commands.get(place).outcome(Objects.requireNonNull(outcomes.get(place))))
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
                .flatMap(brand -> byKeys(List.of(Contribution.key(brand.id(), externalId))).stream()
                        .findFirst());
    }

    private List<Contribution> byKeys(List<String> keys) {
        return graph.read(BY_KEYS, Map.of("keys", keys), CypherContributions::contribution);
    }

    @Override
    public Map<String, Contribution> byIds(Caller caller, Collection<String> wanted) {
        return graph.read(BY_IDS, Map.of("ids", List.copyOf(wanted)), CypherContributions::contribution).stream()
                .filter(contribution -> caller.sees(contribution.brandId()))
                .collect(toMap(Contribution::id, Function.identity()));
    }

    @Override
    public Map<String, Page<Contribution>> ofCustomers(Collection<String> customerIds, PageRequest request) {
        return Page.each(
                graph, OF_CUSTOMERS, customerIds, request, Cursor.HIGHEST, CypherContributions::contribution);
    }

    @Override
    public Map<String, Page<Contribution>> replies(Collection<String> contributionIds, PageRequest request) {
        return Page.each(graph, REPLIES, contributionIds, request, Cursor.LOWEST, CypherContributions::contribution);
    }

    @Override
    public Map<String, Contribution> repliedTo(Collection<String> contributionIds) {
        var rows = graph.read(REPLIED_TO, Map.of("ids", List.copyOf(contributionIds)), row -> row);
        return rows.stream()
                .collect(toMap(row -> row.get("replyId").asString(), CypherContributions::contribution));
    }

    @Override
    public Map<String, List<StatusStamp>> stamps(Collection<String> contributionIds) {
        var stamps = graph.read(
                STAMPS, Map.of("ids", List.copyOf(contributionIds)), row -> row.get("stamp").as(StatusStamp.class));
        return stamps.stream().collect(groupingBy(StatusStamp::contributionId));
    }

    private static Contribution contribution(Record row) {
        return row.get("contribution").as(Contribution.class);
    }
}
