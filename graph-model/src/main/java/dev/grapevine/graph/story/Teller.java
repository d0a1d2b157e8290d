package dev.grapevine.graph.story;

import dev.grapevine.graph.badge.AwardBadge;
import dev.grapevine.graph.badge.Badge;
import dev.grapevine.graph.badge.DefineBadge;
import dev.grapevine.graph.brand.RegisterBrand;
import dev.grapevine.graph.contribution.Contribution;
import dev.grapevine.graph.contribution.ContributionStatus;
import dev.grapevine.graph.contribution.StampContribution;
import dev.grapevine.graph.contribution.SubmitContribution;
import dev.grapevine.graph.contribution.VoteForContribution;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.customer.EnrolCustomer;
import dev.grapevine.graph.engagement.RecordActivity;
import dev.grapevine.graph.kernel.Call;
import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.partner.NewPartner;
import dev.grapevine.graph.partner.RegisterPartner;
import dev.grapevine.graph.points.AwardPoints;
import dev.grapevine.graph.points.RedeemPoints;
import dev.grapevine.graph.referral.RegisterReferral;
import dev.grapevine.graph.reward.AddCoupons;
import dev.grapevine.graph.reward.DefineReward;
import dev.grapevine.graph.reward.RedeemReward;
import dev.grapevine.graph.reward.Reward;
import dev.grapevine.graph.score.AdoptEngagementDefinition;
import dev.grapevine.graph.score.AdoptEngagementDefinition.AdoptedAction;
import dev.grapevine.graph.score.EngagementTemplate;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Tells what happens at one brand, sentence by sentence. Each sentence has its own idempotency key:
 * told twice, it counts once.
 */
final class Teller {

    private final Doors doors;
    private final String brand;
    private final Map<String, Customer> customers = new HashMap<>();
    private final Map<String, Contribution> contributions = new HashMap<>();
    private final Map<String, Badge> badges = new HashMap<>();
    private final Map<String, Reward> rewards = new HashMap<>();

    Teller(Doors doors, String brand) {
        this.doors = doors;
        this.brand = brand;
    }

    void founds(RegisterBrand command) {
        told(doors.brands().register(call("brand"), command));
    }

    Outcome<NewPartner> welcomesPartner(String name) {
        return doors.partners().register(call("partner"), brand, new RegisterPartner(name));
    }

    void honours(DefineBadge command) {
        badges.put(
                command.key(),
                told(doors.badges().define(call("badge", command.key()), brand, command)));
    }

    /** Adopts a template under which a kind of activity counts as each of some actions. */
    void adopts(EngagementTemplate template, Map<String, String> kinds) {
        var actions =
                template.weights().keySet().stream()
                        .filter(kinds::containsKey)
                        .map(action -> new AdoptedAction(action, List.of(kinds.get(action)), null))
                        .toList();
        var command = new AdoptEngagementDefinition(template, null, null, actions, 2);
        told(doors.definitions().adopt(call("definition", template.name()), brand, command));
    }

    void enrols(String who, String name, String day) {
        var command = new EnrolCustomer(who, name, at(day));
        customers.put(who, told(doors.customers().enrol(call("enrol", who), brand, command)));
    }

    void refers(String referrer, String referee, String day) {
        var command = new RegisterReferral(id(referrer), id(referee), null, at(day));
        told(doors.referrals().register(call("refer", referee), command));
    }

    void decorates(String who, String badge, String note) {
        var badgeId = Objects.requireNonNull(badges.get(badge)).id();
        told(
                doors.badges()
                        .award(
                                call("decorate", who, badge),
                                new AwardBadge(id(who), badgeId, note)));
    }

    void hears(
            String name,
            String who,
            String kind,
            @Nullable String title,
            String day,
            @Nullable String inReplyTo) {
        var command =
                new SubmitContribution(
                        name,
                        who,
                        kind,
                        title,
                        null,
                        inReplyTo,
                        List.of(),
                        0,
                        ContributionStatus.OPEN,
                        at(day));
        contributions.put(
                name, told(doors.contributions().submit(call("hear", name), brand, command)));
    }

    void votes(String who, String contribution, boolean isAgainst) {
        var command = new VoteForContribution(id(who), contributionId(contribution), isAgainst);
        told(doors.contributions().vote(call("vote", who, contribution), command));
    }

    void stamps(String contribution, ContributionStatus status, String text) {
        var command = new StampContribution(contributionId(contribution), status, text);
        told(doors.contributions().stamp(call("stamp", contribution, status.name()), command));
    }

    void reports(String id, String kind, String who, String day, @Nullable String value) {
        var money = value == null ? null : new BigDecimal(value);
        var command = new RecordActivity(id, kind, who, null, at(day), 1, money);
        told(told(doors.activities().record(Caller.GRAPEVINE, brand, List.of(command))).getFirst());
    }

    void awards(String who, long amount, String reason, String day) {
        var command = new AwardPoints(id(who), amount, reason, at(day));
        told(doors.points().award(call("award", who, day), command));
    }

    void redeems(String who, long amount, String reason, String day) {
        var command = new RedeemPoints(id(who), amount, reason, at(day));
        told(doors.points().redeem(call("redeem", who, day), command));
    }

    void offers(DefineReward command) {
        rewards.put(
                command.key(),
                told(doors.rewards().define(call("reward", command.key()), brand, command)));
    }

    void prints(String reward, String... codes) {
        var command = new AddCoupons(rewardId(reward), List.of(codes));
        told(doors.rewards().addCoupons(call("coupons", reward), command));
    }

    void gives(String who, String reward) {
        var command = new RedeemReward(rewardId(reward), id(who));
        told(doors.redemptions().redeem(call("reward", who, reward), command));
    }

    private Call call(String... words) {
        return new Call(Caller.GRAPEVINE, "story:" + brand + ":" + String.join(":", words));
    }

    private String id(String who) {
        return Objects.requireNonNull(customers.get(who), who).id();
    }

    private String rewardId(String key) {
        return Objects.requireNonNull(rewards.get(key)).id();
    }

    private String contributionId(String name) {
        return Objects.requireNonNull(contributions.get(name), name).id();
    }

    private static OffsetDateTime at(String day) {
        return LocalDate.parse(day).atTime(10, 0).atOffset(ZoneOffset.UTC);
    }

    private static <T> T told(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var value, _) -> value;
            case Outcome.Refused<T> refused ->
                    throw new IllegalStateException("Untellable: " + refused);
        };
    }
}
