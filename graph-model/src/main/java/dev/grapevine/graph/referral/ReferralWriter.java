package dev.grapevine.graph.referral;

import static java.util.stream.Collectors.toMap;

import dev.grapevine.graph.activity.Activities;
import dev.grapevine.graph.activity.SystemActivity;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.customer.Customers;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.NotFound;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.kernel.database.Parameters;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writer of referrals, inside a transaction: locks the customers, then the referral lock of the
 * brand, so that referrals of a brand are registered one at a time.
 */
@Component
class ReferralWriter {

    private static final CypherStatement REGISTER =
            CypherStatement.of(ReferralWriter.class, "register-referrals");

    private final GraphClient graph;
    private final Customers customers;
    private final Activities activities;

    ReferralWriter(GraphClient graph, Customers customers, Activities activities) {
        this.graph = graph;
        this.customers = customers;
        this.activities = activities;
    }

    /** Writes the referrals one after the other; the results are in their order. */
    List<Result<Referral>> write(String brandId, List<NewReferral> rows) {
        var locked =
                customers.lock(
                        Caller.SYSTEM,
                        rows.stream()
                                .flatMap(row -> Stream.of(row.referrerId(), row.refereeId()))
                                .distinct()
                                .toList());
        var known = rows.stream().map(row -> known(brandId, row, locked)).toList();
        return Result.mapSuccesses(known, valid -> write(brandId, valid, locked));
    }

    private static Result<NewReferral> known(
            String brandId, NewReferral row, Map<String, Customer> customers) {
        if (!isOf(brandId, customers.get(row.referrerId()))) {
            return Result.rejected(new NotFound("Customer", row.referrerId(), "referrer"));
        }
        return isOf(brandId, customers.get(row.refereeId()))
                ? Result.success(row)
                : Result.rejected(new NotFound("Customer", row.refereeId(), "referee"));
    }

    private static boolean isOf(String brandId, @Nullable Customer customer) {
        return customer != null && customer.brandId().equals(brandId);
    }

    private List<Result<Referral>> write(
            String brandId, List<NewReferral> rows, Map<String, Customer> locked) {
        var parameters =
                Map.of("brandId", brandId, "rows", rows.stream().map(ReferralWriter::row).toList());
        var rejections =
                graph.write(REGISTER, parameters, row -> row).stream()
                        .filter(row -> !row.get("rejection").isNull())
                        .collect(
                                toMap(
                                        row -> row.get("id").asString(),
                                        row -> row.get("rejection").asString()));
        var registered = rows.stream().filter(row -> !rejections.containsKey(row.id())).toList();
        activities.recordSystem(
                registered.stream().flatMap(row -> activity(brandId, row).stream()).toList());
        return rows.stream()
                .map(
                        row ->
                                rejections.containsKey(row.id())
                                        ? Result.<Referral>rejected(
                                                ReferralRejection.valueOf(rejections.get(row.id())))
                                        : Result.success(referral(row, locked)))
                .toList();
    }

    private static Map<String, @Nullable Object> row(NewReferral referral) {
        var row = Parameters.of(referral);
        row.put("listedAt", referral.listedAt());
        return row;
    }

    /** Returns the activity of the referrer; none for a referral whose time is unknown. */
    private static Optional<SystemActivity> activity(String brandId, NewReferral row) {
        return Optional.ofNullable(row.at())
                .map(
                        at ->
                                new SystemActivity(
                                        brandId,
                                        row.referrerId(),
                                        "referral.made",
                                        row.id(),
                                        null,
                                        at));
    }

    private static Referral referral(NewReferral row, Map<String, Customer> customers) {
        return new Referral(
                row.id(),
                Objects.requireNonNull(customers.get(row.referrerId())),
                Objects.requireNonNull(customers.get(row.refereeId())),
                row.at(),
                row.code());
    }
}
