package dev.grapevine.graph.demo;

import dev.grapevine.graph.access.RegisterPartner;
import dev.grapevine.graph.access.RegisteredPartner;
import dev.grapevine.graph.activity.RecordActivity;
import dev.grapevine.graph.badge.AwardBadge;
import dev.grapevine.graph.badge.Badge;
import dev.grapevine.graph.badge.CreateBadge;
import dev.grapevine.graph.brand.RegisterBrand;
import dev.grapevine.graph.contribution.Contribution;
import dev.grapevine.graph.contribution.ContributionStatus;
import dev.grapevine.graph.contribution.SetContributionStatus;
import dev.grapevine.graph.contribution.SubmitContribution;
import dev.grapevine.graph.contribution.VoteOnContribution;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.customer.EnrolCustomer;
import dev.grapevine.graph.engagement.AdoptEngagementDefinition;
import dev.grapevine.graph.engagement.AdoptEngagementDefinition.AdoptedAction;
import dev.grapevine.graph.engagement.EngagementTemplate;
import dev.grapevine.graph.kernel.command.Call;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.kernel.command.Validation;
import dev.grapevine.graph.ledger.command.AwardPoints;
import dev.grapevine.graph.ledger.command.RedeemPoints;
import dev.grapevine.graph.referral.RegisterReferral;
import dev.grapevine.graph.reward.AddCoupons;
import dev.grapevine.graph.reward.CreateReward;
import dev.grapevine.graph.reward.Reward;
import dev.grapevine.graph.reward.redemption.RedeemReward;

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
 * Builder of the demo data of one brand. Each step has its own idempotency key, so that a repeated
 * step has no effect.
 */
final class DemoDataBuilder {

    private final DemoServices demoServices;
    private final String brand;
    private final Map<String, Customer> customers = new HashMap<>();
    private final Map<String, Contribution> contributions = new HashMap<>();
    private final Map<String, Badge> badges = new HashMap<>();
    private final Map<String, Reward> rewards = new HashMap<>();

    DemoDataBuilder(DemoServices demoServices, String brand) {
        this.demoServices = demoServices;
        this.brand = brand;
    }

    void registerBrand(RegisterBrand command) {
        value(demoServices.brands().register(call("brand"), command));
    }

    Result<RegisteredPartner> registerPartner(String name) {
        return demoServices.partners().register(call("partner"), brand, new RegisterPartner(name));
    }

    void createBadge(CreateBadge command) {
        badges.put(
                command.key(),
                value(
                        demoServices
                                .badges()
                                .create(
                                        call("badge", command.key()),
                                        brand,
                                        command,
                                        new Validation())));
    }

    /** Adopts a template; each given action counts one activity kind. */
    void adoptDefinition(EngagementTemplate template, Map<String, String> kinds) {
        var actions =
                template.weights().keySet().stream()
                        .filter(kinds::containsKey)
                        .map(action -> new AdoptedAction(action, List.of(kinds.get(action)), null))
                        .toList();
        var command = new AdoptEngagementDefinition(template, null, null, actions, 2);
        value(
                demoServices
                        .definitions()
                        .adopt(call("definition", template.name()), brand, command));
    }

    void enrol(String who, String name, String day) {
        var command = new EnrolCustomer(who, name, at(day));
        customers.put(
                who, value(demoServices.customers().enrol(call("enrol", who), brand, command)));
    }

    void refer(String referrer, String referee, String day) {
        var command = new RegisterReferral(id(referrer), id(referee), null, at(day));
        value(demoServices.referrals().register(call("refer", referee), command));
    }

    void awardBadge(String who, String badge, String note) {
        var badgeId = Objects.requireNonNull(badges.get(badge)).id();
        value(
                demoServices
                        .badges()
                        .award(
                                call("award-badge", who, badge),
                                new AwardBadge(id(who), badgeId, note)));
    }

    void submit(
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
                name,
                value(demoServices.contributions().submit(call("submit", name), brand, command)));
    }

    void vote(String who, String contribution, boolean isAgainst) {
        var command =
                new VoteOnContribution(id(who), contributionId(contribution), isAgainst, null);
        value(demoServices.votes().vote(call("vote", who, contribution), command));
    }

    void setStatus(String contribution, ContributionStatus status, String text) {
        var command = new SetContributionStatus(contributionId(contribution), status, text);
        value(
                demoServices
                        .contributions()
                        .setStatus(call("status", contribution, status.name()), command));
    }

    void record(String id, String kind, String who, String day, @Nullable String value) {
        var money = value == null ? null : new BigDecimal(value);
        var command = new RecordActivity(id, kind, who, null, at(day), 1, money);
        value(
                value(demoServices.activities().record(Caller.SYSTEM, brand, List.of(command)))
                        .getFirst());
    }

    void award(String who, long amount, String reason, String day) {
        var command = new AwardPoints(id(who), amount, reason, at(day));
        value(demoServices.points().award(call("award", who, day), command));
    }

    void redeem(String who, long amount, String reason, String day) {
        var command = new RedeemPoints(id(who), amount, reason, at(day));
        value(demoServices.points().redeem(call("redeem", who, day), command));
    }

    void createReward(CreateReward command) {
        rewards.put(
                command.key(),
                value(
                        demoServices
                                .rewards()
                                .create(call("reward", command.key()), brand, command)));
    }

    void addCoupons(String reward, String... codes) {
        var command = new AddCoupons(rewardId(reward), List.of(codes));
        value(demoServices.rewards().addCoupons(call("coupons", reward), command));
    }

    void redeemReward(String who, String reward) {
        var command = new RedeemReward(rewardId(reward), id(who));
        value(demoServices.redemptions().redeem(call("redeem-reward", who, reward), command));
    }

    private Call call(String... parts) {
        return new Call(Caller.SYSTEM, "demo:" + brand + ":" + String.join(":", parts));
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

    private static <T> T value(Result<T> result) {
        return switch (result) {
            case Result.Success<T>(var value, _) -> value;
            case Result.Rejected<T> rejected ->
                    throw new IllegalStateException("Demo data rejected: " + rejected);
        };
    }
}
