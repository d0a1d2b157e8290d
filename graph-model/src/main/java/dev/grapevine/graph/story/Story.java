package dev.grapevine.graph.story;

import dev.grapevine.graph.badge.DefineBadge;
import dev.grapevine.graph.brand.RegisterBrand;
import dev.grapevine.graph.contribution.ContributionStatus;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.kernel.Call;
import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.partner.NewPartner;
import dev.grapevine.graph.partner.RegisterPartner;
import dev.grapevine.graph.points.Currency;
import dev.grapevine.graph.points.Wallet;
import dev.grapevine.graph.reward.CancellationPolicy;
import dev.grapevine.graph.reward.DefineReward;
import dev.grapevine.graph.score.EngagementTemplate;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Tells the story. Larkspur makes bicycles; Ada has been riding one since the first day and brought
 * Grace, who brought Katherine and Alan, and so on to Annie. Grace's idea of a repair kit under the
 * saddle found votes and shipped. Barbara got a bell for her points. Orbit roasts coffee and knows
 * some of the same people under other names, but each brand sees only its own.
 */
@Component
public class Story {

    /** The brands of the story. */
    public static final List<String> BRANDS = List.of("larkspur", "orbit");

    private final Doors doors;

    Story(Doors doors) {
        this.doors = doors;
    }

    /**
     * A partner of the story, with the key that was issued; null when the story had been told
     * before.
     */
    public record StoryKey(String brand, String partner, @Nullable String apiKey) {}

    /** Whether the story has been told to its end. */
    public boolean isTold() {
        return doors.customers()
                .byExternalId(Caller.GRAPEVINE, "orbit", "hedy")
                .map(Customer::id)
                .map(hedy -> standardWallets(hedy).get(hedy))
                .filter(wallet -> wallet.sequence() > 0)
                .isPresent();
    }

    private Map<String, Wallet> standardWallets(String customerId) {
        return doors.wallets().ofCustomers(List.of(customerId), Currency.STANDARD);
    }

    /**
     * Tells the story; told again, it changes nothing, and a telling that was interrupted is
     * completed.
     *
     * @param keys gets each partner's key as soon as it is issued
     */
    public void tell(Consumer<StoryKey> keys) {
        tellLarkspur(new Teller(doors, "larkspur"), keys);
        tellOrbit(new Teller(doors, "orbit"), keys);
    }

    /** Another key for a brand of the story, for whoever has lost the first. */
    public StoryKey anotherKey(String brand) {
        var call = new Call(Caller.GRAPEVINE, UUID.randomUUID().toString());
        return key(brand, doors.partners().register(call, brand, new RegisterPartner("Developer")));
    }

    private static StoryKey key(String brand, Outcome<NewPartner> partner) {
        return switch (partner) {
            case Outcome.Done<NewPartner>(var done, _) ->
                    new StoryKey(brand, done.partner().name(), done.apiKey());
            case Outcome.Refused<NewPartner> refused ->
                    throw new IllegalStateException("Untellable: " + refused);
        };
    }

    private static void tellLarkspur(Teller larkspur, Consumer<StoryKey> keys) {
        larkspur.founds(new RegisterBrand("larkspur", "Larkspur Bicycles"));
        keys.accept(key("larkspur", larkspur.welcomesPartner("Larkspur web shop")));
        larkspur.honours(
                DefineBadge.counting(
                        "first-voice",
                        "First voice",
                        "Gave us a first contribution.",
                        "contribution.submitted",
                        1));
        larkspur.honours(
                DefineBadge.counting(
                        "connector", "Connector", "Brought two friends.", "referral.made", 2));
        larkspur.honours(
                new DefineBadge("pioneer", "Pioneer", "Was there on the first day.", null));

        tellOfTheCustomers(larkspur);
        larkspur.decorates("ada", "pioneer", "Ordered bicycle number one.");

        tellOfTheRepairKit(larkspur);

        tellOfTheOrders(larkspur);
        tellOfTheRewards(larkspur);
        larkspur.adopts(
                EngagementTemplate.E_COMMERCE,
                Map.of(
                        "BASKET_OR_PURCHASE", "order.paid",
                        "FEEDBACK_BEFORE", "contribution.submitted",
                        "FEEDBACK_AFTER", "review.posted",
                        "RATING", "contribution.voted"));
    }

    private static void tellOfTheOrders(Teller larkspur) {
        larkspur.reports("order-1001", "order.paid", "ada", "2026-01-06", "1490.00");
        larkspur.reports("order-1002", "order.paid", "grace", "2026-01-28", "1290.00");
        larkspur.reports("review-1", "review.posted", "grace", "2026-02-20", null);
        larkspur.reports("review-2", "review.posted", "alan", "2026-03-02", null);
        larkspur.reports("order-1003", "order.paid", "annie", "2026-10-12", "49.00");
        larkspur.awards("ada", 1490, "A point for each euro of order 1001", "2026-01-06");
        larkspur.awards("grace", 1290, "A point for each euro of order 1002", "2026-01-28");
        larkspur.awards("grace", 500, "Your repair kit shipped", "2026-09-01");
        larkspur.redeems("grace", 300, "A free inspection", "2026-09-15");
        larkspur.awards("annie", 49, "A point for each euro of order 1003", "2026-10-12");
    }

    private static void tellOfTheCustomers(Teller larkspur) {
        larkspur.enrols("ada", "Ada", "2026-01-05");
        larkspur.enrols("grace", "Grace", "2026-01-20");
        larkspur.enrols("katherine", "Katherine", "2026-02-02");
        larkspur.enrols("alan", "Alan", "2026-02-14");
        larkspur.enrols("dorothy", "Dorothy", "2026-03-01");
        larkspur.enrols("mary", "Mary", "2026-03-15");
        larkspur.enrols("annie", "Annie", "2026-04-04");
        larkspur.enrols("edsger", "Edsger", "2026-04-20");
        larkspur.enrols("barbara", "Barbara", "2026-05-11");
        larkspur.refers("ada", "grace", "2026-01-20");
        larkspur.refers("grace", "katherine", "2026-02-02");
        larkspur.refers("grace", "alan", "2026-02-14");
        larkspur.refers("katherine", "dorothy", "2026-03-01");
        larkspur.refers("katherine", "mary", "2026-03-15");
        larkspur.refers("dorothy", "annie", "2026-04-04");
        larkspur.refers("edsger", "barbara", "2026-05-11");
    }

    private static void tellOfTheRewards(Teller larkspur) {
        larkspur.offers(
                reward(
                        "bell",
                        "A bell that sounds like rain",
                        150,
                        100L,
                        2L,
                        CancellationPolicy.RESTORE_ORIGINAL_EXPIRY,
                        false));
        larkspur.offers(
                reward(
                        "coffee",
                        "A coffee at the workshop",
                        200,
                        null,
                        null,
                        CancellationPolicy.REISSUE,
                        true));
        larkspur.offers(
                reward(
                        "poster",
                        "Bicycle number one, a poster",
                        80,
                        12L,
                        null,
                        CancellationPolicy.LAPSE,
                        false));
        larkspur.prints("coffee", "STEAM-4711", "STEAM-4712", "STEAM-4713");
        larkspur.awards("barbara", 400, "Thank you for the ride report", "2026-10-15");
        larkspur.gives("barbara", "bell");
    }

    private static DefineReward reward(
            String key,
            String name,
            long cost,
            @Nullable Long stock,
            @Nullable Long limitPerCustomer,
            CancellationPolicy cancellation,
            boolean handsOutCoupons) {
        return new DefineReward(
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
                handsOutCoupons);
    }

    private static void tellOfTheRepairKit(Teller larkspur) {
        larkspur.hears(
                "idea-1", "grace", "IDEA", "A repair kit under the saddle", "2026-03-10", null);
        larkspur.hears("reply-1", "alan", "COMMENT", null, "2026-03-11", "idea-1");
        larkspur.hears(
                "idea-2", "mary", "IDEA", "A bell that sounds like rain", "2026-04-01", null);
        larkspur.hears(
                "bug-1", "dorothy", "BUG_REPORT", "The app forgets my rides", "2026-05-02", null);
        larkspur.votes("ada", "idea-1", false);
        larkspur.votes("katherine", "idea-1", false);
        larkspur.votes("dorothy", "idea-1", false);
        larkspur.votes("grace", "idea-2", false);
        larkspur.votes("alan", "idea-2", true);
        larkspur.stamps(
                "idea-1", ContributionStatus.PLANNED, "We love it. A prototype is on the bench.");
        larkspur.stamps("idea-1", ContributionStatus.STARTED, "The first hundred are being made.");
        larkspur.stamps(
                "idea-1",
                ContributionStatus.SHIPPED,
                "On every bicycle from September. Thank you, Grace!");
        larkspur.stamps("bug-1", ContributionStatus.NEEDS_INFO, "Which version of the app is it?");
    }

    private static void tellOrbit(Teller orbit, Consumer<StoryKey> keys) {
        orbit.founds(new RegisterBrand("orbit", "Orbit Coffee"));
        keys.accept(key("orbit", orbit.welcomesPartner("Orbit till")));
        orbit.enrols("ada", "A. L.", "2026-06-01");
        orbit.enrols("hedy", "Hedy", "2026-06-10");
        orbit.refers("ada", "hedy", "2026-06-10");
        orbit.awards("hedy", 20, "Welcome", "2026-06-10");
    }
}
