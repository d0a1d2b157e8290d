package dev.grapevine.graph.contribution;

import static java.util.stream.Collectors.toMap;

import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.customer.Customers;
import dev.grapevine.graph.engagement.Activities;
import dev.grapevine.graph.engagement.OwnActivity;
import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.CypherFile;
import dev.grapevine.graph.kernel.Graph;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Times;
import dev.grapevine.graph.kernel.Unknown;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Takes what customers submit: finds who gives it and what it answers, and writes what is new. */
@Component
class Submissions {

    private static final CypherFile SUBMIT =
            CypherFile.of(Submissions.class, "submit-contributions");
    private static final CypherFile BY_KEYS =
            CypherFile.of(Submissions.class, "contributions-by-keys");

    private final Graph graph;
    private final Customers customers;
    private final Activities activities;
    private final Times times;

    Submissions(Graph graph, Customers customers, Activities activities, Times times) {
        this.graph = graph;
        this.customers = customers;
        this.activities = activities;
        this.times = times;
    }

    private record Row(String key, Contribution contribution, @Nullable String inReplyToId) {}

    private record Written(String rowId, Contribution contribution) {}

    /** Takes the submissions, inside a transaction; the outcomes are in their order. */
    List<Outcome<Contribution>> take(String brandId, List<Submission> submissions) {
        var givers =
                customers.byExternalIds(
                        brandId,
                        submissions.stream()
                                .map(it -> it.command().customer())
                                .distinct()
                                .toList());
        customers.lock(Caller.GRAPEVINE, givers.values().stream().map(Customer::id).toList());
        var originals = originals(brandId, submissions);
        var rows =
                submissions.stream()
                        .map(submission -> row(brandId, submission, givers, originals))
                        .toList();
        return Outcome.carryOn(rows, this::write);
    }

    private Map<String, String> originals(String brandId, List<Submission> submissions) {
        var keys =
                submissions.stream()
                        .map(submission -> submission.command().inReplyTo())
                        .filter(Objects::nonNull)
                        .distinct()
                        .map(externalId -> Contribution.key(brandId, externalId))
                        .toList();
        return keys.isEmpty()
                ? Map.of()
                : graph
                        .read(
                                BY_KEYS,
                                Map.of("keys", keys),
                                row -> row.get("contribution").as(Contribution.class))
                        .stream()
                        .collect(toMap(Contribution::externalId, Contribution::id));
    }

    private Outcome<Row> row(
            String brandId,
            Submission submission,
            Map<String, Customer> givers,
            Map<String, String> originals) {
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
        return Outcome.done(
                new Row(
                        Contribution.key(brandId, contribution.externalId()),
                        contribution,
                        inReplyToId));
    }

    private static OwnActivity submitted(Contribution it) {
        return new OwnActivity(
                it.brandId(),
                it.customerId(),
                "contribution.submitted",
                it.id(),
                it.id(),
                it.submittedAt());
    }

    /** How often others have read it by now, as something that its giver achieved. */
    private static OwnActivity viewed(Contribution it) {
        return new OwnActivity(
                it.brandId(),
                it.customerId(),
                "contribution.viewed",
                it.id() + "|views|" + it.views(),
                it.id(),
                it.views(),
                it.submittedAt());
    }

    private List<Outcome<Contribution>> write(List<Row> rows) {
        var written =
                graph.write(SUBMIT, Map.of("rows", rows), row -> row.as(Written.class)).stream()
                        .collect(toMap(Written::rowId, Written::contribution));
        var news =
                written.entrySet().stream()
                        .filter(entry -> entry.getKey().equals(entry.getValue().id()))
                        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        activities.recordOwn(
                news.values().stream()
                        .flatMap(it -> Stream.of(submitted(it), viewed(it)))
                        .filter(activity -> activity.quantity() > 0)
                        .toList());
        return rows.stream()
                .map(row -> news.get(row.contribution().id()))
                .map(
                        it ->
                                it == null
                                        ? Outcome.<Contribution>refused(
                                                ContributionRefusal.ALREADY_SUBMITTED)
                                        : Outcome.done(it))
                .toList();
    }
}
