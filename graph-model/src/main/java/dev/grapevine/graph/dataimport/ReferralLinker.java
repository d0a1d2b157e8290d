package dev.grapevine.graph.dataimport;

import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.customer.Customers;
import dev.grapevine.graph.kernel.command.NotFound;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.referral.Referral;
import dev.grapevine.graph.referral.Referrals;
import dev.grapevine.graph.referral.RegisterReferral;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Linker of imported customers to their referrers. */
@Component
class ReferralLinker {

    private final Customers customers;
    private final Referrals referrals;

    ReferralLinker(Customers customers, Referrals referrals) {
        this.customers = customers;
        this.referrals = referrals;
    }

    /** Registers the referrals of the rows; the results are in their order. */
    List<Result<Referral>> register(String brandId, List<Row<Map<String, String>>> rows) {
        var people =
                customers.byExternalIds(
                        brandId,
                        rows.stream()
                                .flatMap(
                                        row ->
                                                Stream.of(
                                                        RowParser.field(row, "externalId"),
                                                        RowParser.field(row, "referredBy")))
                                .distinct()
                                .toList());
        var brought = referrals.byReferee(people.values().stream().map(Customer::id).toList());
        return Result.mapSuccesses(
                rows.stream().map(row -> referral(row, people)).toList(),
                wanted -> register(brandId, wanted, brought));
    }

    /** Requested referral of a row. */
    private record Wanted(Customer referrer, Customer referee) {

        boolean isMetBy(@Nullable Referral there) {
            return there != null && there.referrer().id().equals(referrer.id());
        }

        RegisterReferral command() {
            return new RegisterReferral(referrer.id(), referee.id(), null, referee.joinedAt());
        }
    }

    private static Result<Wanted> referral(
            Row<Map<String, String>> row, Map<String, Customer> people) {
        var referrer = people.get(RowParser.field(row, "referredBy"));
        var referee = people.get(RowParser.field(row, "externalId"));
        if (referee == null) {
            return Result.rejected(
                    new NotFound("Customer", RowParser.field(row, "externalId"), "externalId"));
        }
        return referrer == null
                ? Result.rejected(
                        new NotFound("Customer", RowParser.field(row, "referredBy"), "referredBy"))
                : Result.success(new Wanted(referrer, referee));
    }

    /** Registers the referrals that do not exist yet; an existing one is a replay. */
    private List<Result<Referral>> register(
            String brandId, List<Wanted> wanted, Map<String, Referral> brought) {
        var fresh =
                wanted.stream()
                        .filter(want -> !want.isMetBy(brought.get(want.referee().id())))
                        .map(Wanted::command)
                        .toList();
        var registered = referrals.registerAll(brandId, fresh).iterator();
        return wanted.stream()
                .map(
                        want -> {
                            var there = brought.get(want.referee().id());
                            return there != null && want.isMetBy(there)
                                    ? new Result.Success<>(there, true)
                                    : registered.next();
                        })
                .toList();
    }
}
