package dev.grapevine.graph.contribution;

import static java.util.stream.Collectors.toMap;

import dev.grapevine.graph.activity.Activities;
import dev.grapevine.graph.activity.SystemActivity;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.customer.Customers;
import dev.grapevine.graph.kernel.Times;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.NotFound;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.kernel.database.Rows;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Writer of submitted contributions: resolves the authors and the contributions replied to, and
 * writes the new ones.
 */
@Component
class ContributionWriter {

    private static final CypherStatement SUBMIT =
            CypherStatement.of(ContributionWriter.class, "submit-contributions");
    private static final CypherStatement BY_KEYS =
            CypherStatement.of(ContributionWriter.class, "contributions-by-keys");

    private final GraphClient graph;
    private final Customers customers;
    private final Activities activities;
    private final Times times;

    ContributionWriter(GraphClient graph, Customers customers, Activities activities, Times times) {
        this.graph = graph;
        this.customers = customers;
        this.activities = activities;
        this.times = times;
    }

    private record Row(String key, Contribution contribution, @Nullable String inReplyToId) {}

    private record Written(String rowId, Contribution contribution) {}

    /** Writes the submissions, inside a transaction; the results are in their order. */
    List<Result<Contribution>> write(String brandId, List<NewContribution> newContributions) {
        var authors =
                customers.byExternalIds(
                        brandId,
                        newContributions.stream()
                                .map(it -> it.command().customer())
                                .distinct()
                                .toList());
        customers.lock(Caller.SYSTEM, authors.values().stream().map(Customer::id).toList());
        var originals = originals(brandId, newContributions);
        var rows =
                newContributions.stream()
                        .map(newContribution -> row(brandId, newContribution, authors, originals))
                        .toList();
        return Result.mapSuccesses(rows, this::write);
    }

    private Map<String, String> originals(String brandId, List<NewContribution> newContributions) {
        var keys =
                newContributions.stream()
                        .map(newContribution -> newContribution.command().inReplyTo())
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
                                Rows.to(Contribution.class, "contribution"))
                        .stream()
                        .collect(toMap(Contribution::externalId, Contribution::id));
    }

    private Result<Row> row(
            String brandId,
            NewContribution newContribution,
            Map<String, Customer> authors,
            Map<String, String> originals) {
        var command = newContribution.command();
        var author = authors.get(command.customer());
        if (author == null) {
            return Result.rejected(new NotFound("Customer", command.customer(), "customer"));
        }
        var inReplyToId = command.inReplyTo() == null ? null : originals.get(command.inReplyTo());
        if (command.inReplyTo() != null && inReplyToId == null) {
            return Result.rejected(new NotFound("Contribution", command.inReplyTo(), "inReplyTo"));
        }
        var contribution = newContribution.by(author, times.now());
        return Result.success(
                new Row(
                        Contribution.key(brandId, contribution.externalId()),
                        contribution,
                        inReplyToId));
    }

    private static SystemActivity submitted(Contribution it) {
        return new SystemActivity(
                it.brandId(),
                it.customerId(),
                "contribution.submitted",
                it.id(),
                it.id(),
                it.submittedAt());
    }

    /** Returns the system activity of the author for the views reported at submission. */
    private static SystemActivity viewed(Contribution it) {
        return new SystemActivity(
                it.brandId(),
                it.customerId(),
                "contribution.viewed",
                it.id() + "|views|" + it.views(),
                it.id(),
                it.views(),
                it.submittedAt());
    }

    private List<Result<Contribution>> write(List<Row> rows) {
        var written =
                graph.write(SUBMIT, Map.of("rows", rows), Rows.to(Written.class)).stream()
                        .collect(toMap(Written::rowId, Written::contribution));
        var created =
                written.entrySet().stream()
                        .filter(entry -> entry.getKey().equals(entry.getValue().id()))
                        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        activities.recordSystem(
                created.values().stream()
                        .flatMap(it -> Stream.of(submitted(it), viewed(it)))
                        .filter(activity -> activity.quantity() > 0)
                        .toList());
        return rows.stream()
                .map(row -> created.get(row.contribution().id()))
                .map(
                        it ->
                                it == null
                                        ? Result.<Contribution>rejected(
                                                ContributionRejection.ALREADY_SUBMITTED)
                                        : Result.success(it))
                .toList();
    }
}
