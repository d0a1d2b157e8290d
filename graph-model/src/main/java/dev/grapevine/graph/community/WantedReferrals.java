package dev.grapevine.graph.community;

import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.customer.Customers;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Unknown;
import dev.grapevine.graph.referral.Referral;
import dev.grapevine.graph.referral.Referrals;
import dev.grapevine.graph.referral.RegisterReferral;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The referrals that rows of customers speak of. */
@Component
class WantedReferrals {

    private final Customers customers;
    private final Referrals referrals;

    WantedReferrals(Customers customers, Referrals referrals) {
        this.customers = customers;
        this.referrals = referrals;
    }

    /** Has the referrals of the rows registered; the outcomes are in their order. */
    List<Outcome<Referral>> register(String brandId, List<Row<Map<String, String>>> rows) {
        var people =
                customers.byExternalIds(
                        brandId,
                        rows.stream()
                                .flatMap(
                                        row ->
                                                Stream.of(
                                                        Parsed.field(row, "externalId"),
                                                        Parsed.field(row, "referredBy")))
                                .distinct()
                                .toList());
        var brought = referrals.thatBrought(people.values().stream().map(Customer::id).toList());
        return Outcome.carryOn(
                rows.stream().map(row -> referral(row, people)).toList(),
                wanted -> register(brandId, wanted, brought));
    }

    /** What the file wants: that this one brought that one. */
    private record Wanted(Customer referrer, Customer referee) {

        boolean isMetBy(@Nullable Referral there) {
            return there != null && there.referrer().id().equals(referrer.id());
        }

        RegisterReferral command() {
            return new RegisterReferral(referrer.id(), referee.id(), null, referee.joinedAt());
        }
    }

    private static Outcome<Wanted> referral(
            Row<Map<String, String>> row, Map<String, Customer> people) {
        var referrer = people.get(Parsed.field(row, "referredBy"));
        var referee = people.get(Parsed.field(row, "externalId"));
        if (referee == null) {
            return Outcome.refused(
                    new Unknown("Customer", Parsed.field(row, "externalId"), "externalId"));
        }
        return referrer == null
                ? Outcome.refused(
                        new Unknown("Customer", Parsed.field(row, "referredBy"), "referredBy"))
                : Outcome.done(new Wanted(referrer, referee));
    }

    /**
     * A referral that is there already is known; all others are tried, and the referrals decide.
     */
    private List<Outcome<Referral>> register(
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
                                    ? new Outcome.Done<>(there, true)
                                    : registered.next();
                        })
                .toList();
    }
}
