package dev.grapevine.graph.referral;

import static java.util.stream.Collectors.toMap;

import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.customer.Customers;
import dev.grapevine.graph.engagement.Activities;
import dev.grapevine.graph.engagement.OwnActivity;
import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.CypherFile;
import dev.grapevine.graph.kernel.Graph;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Unknown;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Where referrals are planted, inside a transaction: locks their customers, then the forest of the
 * brand, so that nobody else plants there until the transaction ends.
 */
@Component
class Forest {

    private static final CypherFile REGISTER = CypherFile.of(Forest.class, "register-referrals");

    private final Graph graph;
    private final Customers customers;
    private final Activities activities;

    Forest(Graph graph, Customers customers, Activities activities) {
        this.graph = graph;
        this.customers = customers;
        this.activities = activities;
    }

    /** Plants the referrals one after the other; the outcomes are in their order. */
    List<Outcome<Referral>> plant(String brandId, List<Planting> rows) {
        var locked =
                customers.lock(
                        Caller.GRAPEVINE,
                        rows.stream()
                                .flatMap(row -> Stream.of(row.referrerId(), row.refereeId()))
                                .distinct()
                                .toList());
        var known = rows.stream().map(row -> known(brandId, row, locked)).toList();
        return Outcome.carryOn(known, right -> plant(brandId, right, locked));
    }

    private static Outcome<Planting> known(
            String brandId, Planting row, Map<String, Customer> customers) {
        if (!isOf(brandId, customers.get(row.referrerId()))) {
            return Outcome.refused(new Unknown("Customer", row.referrerId(), "referrer"));
        }
        return isOf(brandId, customers.get(row.refereeId()))
                ? Outcome.done(row)
                : Outcome.refused(new Unknown("Customer", row.refereeId(), "referee"));
    }

    private static boolean isOf(String brandId, @Nullable Customer customer) {
        return customer != null && customer.brandId().equals(brandId);
    }

    private List<Outcome<Referral>> plant(
            String brandId, List<Planting> rows, Map<String, Customer> locked) {
        var parameters = Map.of("brandId", brandId, "rows", rows);
        var refusals =
                graph.write(REGISTER, parameters, row -> row).stream()
                        .filter(row -> !row.get("refusal").isNull())
                        .collect(
                                toMap(
                                        row -> row.get("id").asString(),
                                        row -> row.get("refusal").asString()));
        var planted = rows.stream().filter(row -> !refusals.containsKey(row.id())).toList();
        activities.recordOwn(
                planted.stream()
                        .map(
                                row ->
                                        new OwnActivity(
                                                brandId,
                                                row.referrerId(),
                                                "referral.made",
                                                row.id(),
                                                null,
                                                row.at()))
                        .toList());
        return rows.stream()
                .map(
                        row ->
                                refusals.containsKey(row.id())
                                        ? Outcome.<Referral>refused(
                                                ReferralRefusal.valueOf(refusals.get(row.id())))
                                        : Outcome.done(referral(row, locked)))
                .toList();
    }

    private static Referral referral(Planting row, Map<String, Customer> customers) {
        return new Referral(
                row.id(),
                Objects.requireNonNull(customers.get(row.referrerId())),
                Objects.requireNonNull(customers.get(row.refereeId())),
                row.at(),
                row.code());
    }
}
