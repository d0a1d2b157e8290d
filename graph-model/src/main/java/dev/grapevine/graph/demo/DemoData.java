package dev.grapevine.graph.demo;

import dev.grapevine.graph.access.RegisterPartner;
import dev.grapevine.graph.access.RegisteredPartner;
import dev.grapevine.graph.badge.CreateBadge;
import dev.grapevine.graph.brand.RegisterBrand;
import dev.grapevine.graph.contribution.ContributionStatus;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.engagement.EngagementTemplate;
import dev.grapevine.graph.kernel.command.Call;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.ledger.Wallet;
import dev.grapevine.graph.ledger.currency.Currency;
import dev.grapevine.graph.reward.CancellationPolicy;
import dev.grapevine.graph.reward.CreateReward;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Demo data: two brands, Larkspur Bicycles and Orbit Coffee, with customers, referrals, activities,
 * contributions, votes, points, badges and rewards. Some people are customers of both brands; each
 * brand sees only its own customers.
 */
@Component
public class DemoData {

    /** Keys of the demo brands. */
    public static final List<String> BRANDS = List.of("larkspur", "orbit");

    private final DemoServices demoServices;

    DemoData(DemoServices demoServices) {
        this.demoServices = demoServices;
    }

    /**
     * Partner of a demo brand with its issued API key; the key is null if the demo data existed
     * before.
     */
    public record DemoKey(String brand, String partner, @Nullable String apiKey) {}

    /** Returns true if the demo data are complete. */
    public boolean exists() {
        return demoServices
                .customers()
                .byExternalId(Caller.SYSTEM, "orbit", "hedy")
                .map(Customer::id)
                .map(hedy -> standardWallets(hedy).get(hedy))
                .filter(wallet -> wallet.sequence() > 0)
                .isPresent();
    }

    private Map<String, Wallet> standardWallets(String customerId) {
        return demoServices.wallets().ofCustomers(List.of(customerId), Currency.STANDARD);
    }

    /**
     * Creates the demo data. Idempotent: a repeated call changes nothing, an interrupted creation
     * is completed.
     *
     * @param keys receives the key of each partner as soon as it is issued
     */
    public void create(Consumer<DemoKey> keys) {
        createLarkspur(new DemoDataBuilder(demoServices, "larkspur"), keys);
        createOrbit(new DemoDataBuilder(demoServices, "orbit"), keys);
    }

    /** Issues another API key for a demo brand, in place of a lost one. */
    public DemoKey anotherKey(String brand) {
        var call = new Call(Caller.SYSTEM, UUID.randomUUID().toString());
        return key(
                brand,
                demoServices.partners().register(call, brand, new RegisterPartner("Developer")));
    }

    private static DemoKey key(String brand, Result<RegisteredPartner> partner) {
        return switch (partner) {
            case Result.Success<RegisteredPartner>(var done, _) ->
                    new DemoKey(brand, done.partner().name(), done.apiKey());
            case Result.Rejected<RegisteredPartner> rejected ->
                    throw new IllegalStateException("Demo data rejected: " + rejected);
        };
    }

    private static void createLarkspur(DemoDataBuilder larkspur, Consumer<DemoKey> keys) {
        larkspur.registerBrand(new RegisterBrand("larkspur", "Larkspur Bicycles"));
        keys.accept(key("larkspur", larkspur.registerPartner("Larkspur web shop")));
        larkspur.createBadge(
                CreateBadge.counting(
                        "first-voice",
                        "First voice",
                        "Gave us a first contribution.",
                        "contribution.submitted",
                        1));
        larkspur.createBadge(
                CreateBadge.counting(
                        "connector", "Connector", "Brought two friends.", "referral.made", 2));
        larkspur.createBadge(
                new CreateBadge("pioneer", "Pioneer", "Was there on the first day.", null));

        createCustomers(larkspur);
        larkspur.awardBadge("ada", "pioneer", "Ordered bicycle number one.");

        createContributions(larkspur);

        createOrders(larkspur);
        createRewards(larkspur);
        larkspur.adoptDefinition(
                EngagementTemplate.E_COMMERCE,
                Map.of(
                        "BASKET_OR_PURCHASE", "order.paid",
                        "FEEDBACK_BEFORE", "contribution.submitted",
                        "FEEDBACK_AFTER", "review.posted",
                        "RATING", "contribution.voted"));
    }

    private static void createOrders(DemoDataBuilder larkspur) {
        larkspur.record("order-1001", "order.paid", "ada", "2026-01-06", "1490.00");
        larkspur.record("order-1002", "order.paid", "grace", "2026-01-28", "1290.00");
        larkspur.record("review-1", "review.posted", "grace", "2026-02-20", null);
        larkspur.record("review-2", "review.posted", "alan", "2026-03-02", null);
        larkspur.record("order-1003", "order.paid", "annie", "2026-10-12", "49.00");
        larkspur.award("ada", 1490, "A point for each euro of order 1001", "2026-01-06");
        larkspur.award("grace", 1290, "A point for each euro of order 1002", "2026-01-28");
        larkspur.award("grace", 500, "Your repair kit shipped", "2026-09-01");
        larkspur.redeem("grace", 300, "A free inspection", "2026-09-15");
        larkspur.award("annie", 49, "A point for each euro of order 1003", "2026-10-12");
    }

    private static void createCustomers(DemoDataBuilder larkspur) {
        larkspur.enrol("ada", "Ada", "2026-01-05");
        larkspur.enrol("grace", "Grace", "2026-01-20");
        larkspur.enrol("katherine", "Katherine", "2026-02-02");
        larkspur.enrol("alan", "Alan", "2026-02-14");
        larkspur.enrol("dorothy", "Dorothy", "2026-03-01");
        larkspur.enrol("mary", "Mary", "2026-03-15");
        larkspur.enrol("annie", "Annie", "2026-04-04");
        larkspur.enrol("edsger", "Edsger", "2026-04-20");
        larkspur.enrol("barbara", "Barbara", "2026-05-11");
        larkspur.refer("ada", "grace", "2026-01-20");
        larkspur.refer("grace", "katherine", "2026-02-02");
        larkspur.refer("grace", "alan", "2026-02-14");
        larkspur.refer("katherine", "dorothy", "2026-03-01");
        larkspur.refer("katherine", "mary", "2026-03-15");
        larkspur.refer("dorothy", "annie", "2026-04-04");
        larkspur.refer("edsger", "barbara", "2026-05-11");
    }

    private static void createRewards(DemoDataBuilder larkspur) {
        larkspur.createReward(
                reward(
                        "bell",
                        "A bell that sounds like rain",
                        150,
                        100L,
                        2L,
                        CancellationPolicy.RESTORE_ORIGINAL_EXPIRY,
                        false));
        larkspur.createReward(
                reward(
                        "coffee",
                        "A coffee at the workshop",
                        200,
                        null,
                        null,
                        CancellationPolicy.REISSUE,
                        true));
        larkspur.createReward(
                reward(
                        "poster",
                        "Bicycle number one, a poster",
                        80,
                        12L,
                        null,
                        CancellationPolicy.FORFEIT,
                        false));
        larkspur.addCoupons("coffee", "STEAM-4711", "STEAM-4712", "STEAM-4713");
        larkspur.award("barbara", 400, "Thank you for the ride report", "2026-10-15");
        larkspur.redeemReward("barbara", "bell");
    }

    private static CreateReward reward(
            String key,
            String name,
            long cost,
            @Nullable Long stock,
            @Nullable Long limitPerCustomer,
            CancellationPolicy cancellation,
            boolean issuesCoupons) {
        return new CreateReward(
                key,
                name,
                null,
                Currency.STANDARD,
                cost,
                stock,
                limitPerCustomer,
                null,
                null,
                null,
                null,
                cancellation,
                issuesCoupons);
    }

    private static void createContributions(DemoDataBuilder larkspur) {
        larkspur.submit(
                "idea-1", "grace", "IDEA", "A repair kit under the saddle", "2026-03-10", null);
        larkspur.submit("reply-1", "alan", "COMMENT", null, "2026-03-11", "idea-1");
        larkspur.submit(
                "idea-2", "mary", "IDEA", "A bell that sounds like rain", "2026-04-01", null);
        larkspur.submit(
                "bug-1", "dorothy", "BUG_REPORT", "The app forgets my rides", "2026-05-02", null);
        larkspur.vote("ada", "idea-1", false);
        larkspur.vote("katherine", "idea-1", false);
        larkspur.vote("dorothy", "idea-1", false);
        larkspur.vote("grace", "idea-2", false);
        larkspur.vote("alan", "idea-2", true);
        larkspur.setStatus(
                "idea-1", ContributionStatus.PLANNED, "We love it. A prototype is on the bench.");
        larkspur.setStatus(
                "idea-1", ContributionStatus.STARTED, "The first hundred are being made.");
        larkspur.setStatus(
                "idea-1",
                ContributionStatus.SHIPPED,
                "On every bicycle from September. Thank you, Grace!");
        larkspur.setStatus(
                "bug-1", ContributionStatus.NEEDS_INFO, "Which version of the app is it?");
    }

    private static void createOrbit(DemoDataBuilder orbit, Consumer<DemoKey> keys) {
        orbit.registerBrand(new RegisterBrand("orbit", "Orbit Coffee"));
        keys.accept(key("orbit", orbit.registerPartner("Orbit till")));
        orbit.enrol("ada", "A. L.", "2026-06-01");
        orbit.enrol("hedy", "Hedy", "2026-06-10");
        orbit.refer("ada", "hedy", "2026-06-10");
        orbit.award("hedy", 20, "Welcome", "2026-06-10");
    }
}
