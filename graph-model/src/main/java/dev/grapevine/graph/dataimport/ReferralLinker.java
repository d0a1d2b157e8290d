package dev.grapevine.graph.dataimport;

import static java.util.stream.Collectors.toMap;

import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.customer.Customers;
import dev.grapevine.graph.kernel.command.InvalidInput;
import dev.grapevine.graph.kernel.command.NotFound;
import dev.grapevine.graph.kernel.command.Rejection;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.referral.Referral;
import dev.grapevine.graph.referral.ReferralRejection;
import dev.grapevine.graph.referral.Referrals;
import dev.grapevine.graph.referral.RegisterReferral;
import dev.grapevine.graph.referral.Voucher;
import dev.grapevine.graph.referral.Vouchers;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Linker of imported customers to their referrers. */
@Component
class ReferralLinker {

    private final Customers customers;
    private final Referrals referrals;
    private final Vouchers vouchers;

    ReferralLinker(Customers customers, Referrals referrals, Vouchers vouchers) {
        this.customers = customers;
        this.referrals = referrals;
        this.vouchers = vouchers;
    }

    /**
     * Registers the referrals of the rows; the results are in their order.
     *
     * @param keepsSeconds true if a second referrer of a customer is kept as one who vouched for
     *     the customer, instead of being rejected
     */
    List<Result<Referral>> register(
            String brandId, List<Row<Map<String, String>>> rows, boolean keepsSeconds) {
        var customersByExternalId =
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
        var existing =
                referrals.byReferee(
                        customersByExternalId.values().stream().map(Customer::id).toList());
        return Result.mapSuccesses(
                rows.stream().map(row -> referral(row, customersByExternalId)).toList(),
                requested -> register(brandId, requested, existing, keepsSeconds));
    }

    /** Requested referral of a row. */
    private record RequestedReferral(Customer referrer, Customer referee) {

        boolean equalsExisting(@Nullable Referral referral) {
            return referral != null && referral.referrer().id().equals(referrer.id());
        }

        Voucher voucher() {
            return new Voucher(referrer.id(), referee.id(), referee.joinedAt());
        }

        RegisterReferral command() {
            return new RegisterReferral(referrer.id(), referee.id(), null, referee.joinedAt());
        }
    }

    private static Result<RequestedReferral> referral(
            Row<Map<String, String>> row, Map<String, Customer> customersByExternalId) {
        var referrer = customersByExternalId.get(RowParser.field(row, "referredBy"));
        var referee = customersByExternalId.get(RowParser.field(row, "externalId"));
        if (referee == null) {
            return Result.rejected(
                    new NotFound("Customer", RowParser.field(row, "externalId"), "externalId"));
        }
        return referrer == null
                ? Result.rejected(
                        new NotFound("Customer", RowParser.field(row, "referredBy"), "referredBy"))
                : Result.success(new RequestedReferral(referrer, referee));
    }

    /** Registers the referrals that do not exist yet; an existing one is a replay. */
    private List<Result<Referral>> register(
            String brandId,
            List<RequestedReferral> requested,
            Map<String, Referral> existing,
            boolean keepsSeconds) {
        var missing =
                requested.stream()
                        .filter(
                                request ->
                                        !request.equalsExisting(
                                                existing.get(request.referee().id())))
                        .toList();
        var registered = registerMissing(brandId, missing, keepsSeconds).iterator();
        return requested.stream()
                .map(
                        request -> {
                            var referral = existing.get(request.referee().id());
                            return referral != null && request.equalsExisting(referral)
                                    ? new Result.Success<>(referral, true)
                                    : registered.next();
                        })
                .toList();
    }

    private List<Result<Referral>> registerMissing(
            String brandId, List<RequestedReferral> missing, boolean keepsSeconds) {
        var results =
                referrals.registerAll(
                        brandId, missing.stream().map(RequestedReferral::command).toList());
        var rejected =
                IntStream.range(0, missing.size())
                        .filter(i -> results.get(i) instanceof Result.Rejected<Referral>)
                        .mapToObj(i -> missing.get(i).referee().id())
                        .toList();
        var kept = rejected.isEmpty() ? Map.<String, Referral>of() : referrals.byReferee(rejected);
        var vouched = keepsSeconds ? vouch(missing, results) : Map.<RequestedReferral, Boolean>of();
        return IntStream.range(0, missing.size())
                .mapToObj(
                        i -> {
                            var isNew = vouched.get(missing.get(i));
                            return isNew == null
                                    ? inWordsOfTheFile(missing.get(i), results.get(i), kept)
                                    : vouched(missing.get(i), isNew, kept);
                        })
                .toList();
    }

    private static Result<Referral> vouched(
            RequestedReferral request, boolean isNew, Map<String, Referral> kept) {
        var referral = Objects.requireNonNull(kept.get(request.referee().id()));
        return new Result.Success<>(referral, !isNew || request.equalsExisting(referral));
    }

    /** Stores second referrers as vouchers; returns for each whether it was not stored before. */
    private Map<RequestedReferral, Boolean> vouch(
            List<RequestedReferral> requested, List<Result<Referral>> results) {
        var seconds =
                IntStream.range(0, requested.size())
                        .filter(i -> isAlreadyReferred(results.get(i)))
                        .mapToObj(requested::get)
                        .distinct()
                        .toList();
        var isNew = vouchers.addAll(seconds.stream().map(RequestedReferral::voucher).toList());
        return seconds.stream().collect(toMap(it -> it, it -> isNew.contains(it.voucher().key())));
    }

    private static boolean isAlreadyReferred(Result<Referral> result) {
        return result instanceof Result.Rejected<Referral>(var rejections, _)
                && rejections.getFirst() == ReferralRejection.ALREADY_REFERRED;
    }

    /** Returns the result, a rejection with the column's name and what is kept. */
    private static Result<Referral> inWordsOfTheFile(
            RequestedReferral request, Result<Referral> result, Map<String, Referral> kept) {
        if (!(result instanceof Result.Rejected<Referral>(var rejections, _))) {
            return result;
        }
        var referral = kept.get(request.referee().id());
        if (referral != null && request.equalsExisting(referral)) {
            return new Result.Success<>(referral, true);
        }
        var reason =
                switch (rejections.getFirst()) {
                    case ReferralRejection.SELF_REFERRAL -> "names the customer itself.";
                    case ReferralRejection.REFERRAL_CYCLE ->
                            "is a customer whom this one referred, directly or indirectly.";
                    case ReferralRejection.ALREADY_REFERRED ->
                            "is not used; the customer is already referred by '%s'."
                                    .formatted(
                                            Objects.requireNonNull(referral)
                                                    .referrer()
                                                    .externalId());
                    case Rejection other -> "is not possible: " + other.message();
                };
        var column = "referredBy";
        return Result.rejected(
                new InvalidInput(
                        List.of(column),
                        "%s '%s' %s".formatted(column, request.referrer().externalId(), reason)));
    }
}
