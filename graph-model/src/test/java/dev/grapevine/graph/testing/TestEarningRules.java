package dev.grapevine.graph.testing;

import static dev.grapevine.graph.testing.TestBrand.call;
import static dev.grapevine.graph.testing.TestBrand.succeeded;

import dev.grapevine.graph.activity.Activities;
import dev.grapevine.graph.activity.Activity;
import dev.grapevine.graph.activity.RecordActivity;
import dev.grapevine.graph.activity.kind.ActivityDomain;
import dev.grapevine.graph.activity.kind.ActivityKinds;
import dev.grapevine.graph.activity.kind.CreateActivityKind;
import dev.grapevine.graph.activity.kind.Direction;
import dev.grapevine.graph.activity.kind.KindField;
import dev.grapevine.graph.activity.kind.PurchaseStage;
import dev.grapevine.graph.badge.Badge;
import dev.grapevine.graph.badge.BadgeAward;
import dev.grapevine.graph.badge.Badges;
import dev.grapevine.graph.badge.CreateBadge;
import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.earning.config.ConfigVersion;
import dev.grapevine.graph.earning.config.DraftRule;
import dev.grapevine.graph.earning.config.EarningRules;
import dev.grapevine.graph.earning.config.SetEarningLimit;
import dev.grapevine.graph.earning.rule.BadgeCriteria;
import dev.grapevine.graph.earning.rule.Cap;
import dev.grapevine.graph.earning.rule.Condition;
import dev.grapevine.graph.earning.rule.EarningLimit;
import dev.grapevine.graph.earning.rule.Multiplier;
import dev.grapevine.graph.earning.rule.Period;
import dev.grapevine.graph.earning.rule.PointsAction;
import dev.grapevine.graph.earning.rule.PointsFormula;
import dev.grapevine.graph.earning.rule.Rounding;
import dev.grapevine.graph.earning.rule.RuleSpec;
import dev.grapevine.graph.kernel.PageRequest;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.kernel.command.Validation;
import dev.grapevine.graph.ledger.PointsEntry;
import dev.grapevine.graph.ledger.Wallet;
import dev.grapevine.graph.ledger.Wallets;
import dev.grapevine.graph.ledger.currency.Currency;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Sets up what earns what, and has customers earn, in few words. */
public class TestEarningRules {

    public final EarningRules rules;
    public final Activities activities;
    public final Badges badges;
    private final ActivityKinds kinds;
    private final Wallets wallets;

    TestEarningRules(
            EarningRules rules,
            Activities activities,
            Badges badges,
            ActivityKinds kinds,
            Wallets wallets) {
        this.rules = rules;
        this.activities = activities;
        this.badges = badges;
        this.kinds = kinds;
        this.wallets = wallets;
    }

    /** Kinds that may earn, all with the same fields. */
    public void kinds(Brand brand, List<KindField> fields, String... names) {
        for (var name : names) {
            var kind =
                    new CreateActivityKind(
                            name,
                            "A kind",
                            ActivityDomain.MARKETING,
                            null,
                            Direction.INBOUND,
                            PurchaseStage.AFTER_SALE,
                            true,
                            false,
                            fields);
            succeeded(kinds.create(call(), brand.key(), kind));
        }
    }

    /** Points for each activity of a kind, without more. */
    public static RuleSpec gives(long points, String... kinds) {
        return rule(new PointsFormula.Fixed(points), null, kinds);
    }

    public static RuleSpec rule(PointsFormula formula, @Nullable Condition when, String... kinds) {
        return new RuleSpec(
                List.of(kinds),
                when,
                new PointsAction(Currency.STANDARD, formula, Rounding.DOWN, false),
                null,
                null,
                0,
                null,
                List.of(),
                null,
                "UTC",
                null,
                null);
    }

    /** The same amount of points, in another currency. */
    public static RuleSpec in(String currency, RuleSpec spec) {
        var formula = Objects.requireNonNull(spec.points()).amount();
        return new RuleSpec(
                spec.kinds(),
                spec.when(),
                new PointsAction(currency, formula, Rounding.DOWN, false),
                spec.multiplier(),
                spec.badge(),
                spec.priority(),
                spec.exclusiveGroup(),
                spec.caps(),
                spec.budget(),
                spec.timeZone(),
                spec.from(),
                spec.until());
    }

    public static RuleSpec capped(RuleSpec spec, Cap... caps) {
        return with(spec, spec.multiplier(), spec.badge(), Arrays.asList(caps), spec.budget());
    }

    public static RuleSpec budgeted(RuleSpec spec, long budget) {
        return with(spec, spec.multiplier(), spec.badge(), spec.caps(), budget);
    }

    public static RuleSpec awarding(RuleSpec spec, String badge) {
        return with(spec, spec.multiplier(), badge, spec.caps(), spec.budget());
    }

    /** Multiplies what all other rules give. */
    public static RuleSpec times(String factor, @Nullable Condition when, String... kinds) {
        return new RuleSpec(
                List.of(kinds),
                when,
                null,
                new Multiplier(new BigDecimal(factor), List.of()),
                null,
                0,
                null,
                List.of(),
                null,
                "UTC",
                null,
                null);
    }

    private static RuleSpec with(
            RuleSpec spec,
            @Nullable Multiplier multiplier,
            @Nullable String badge,
            List<Cap> caps,
            @Nullable Long budget) {
        return new RuleSpec(
                spec.kinds(),
                spec.when(),
                spec.points(),
                multiplier,
                badge,
                spec.priority(),
                spec.exclusiveGroup(),
                caps,
                budget,
                spec.timeZone(),
                spec.from(),
                spec.until());
    }

    public ConfigVersion publish(Brand brand, String key, RuleSpec spec) {
        var draft =
                succeeded(
                        rules.draft(
                                call(),
                                brand.key(),
                                new DraftRule(key, key, spec),
                                new Validation()));
        return succeeded(rules.publish(call(), draft.id()));
    }

    /** At most so much of what these rules give, net. */
    public ConfigVersion cap(
            Brand brand, String key, long most, Period period, String... ruleKeys) {
        return limit(brand, key, EarningLimit.Type.CAP, most, period, ruleKeys);
    }

    public ConfigVersion floor(Brand brand, String key, long least) {
        return limit(brand, key, EarningLimit.Type.FLOOR, least, Period.ALL_TIME);
    }

    private ConfigVersion limit(
            Brand brand,
            String key,
            EarningLimit.Type type,
            long amount,
            Period period,
            String... ruleKeys) {
        var spec =
                new EarningLimit(type, Currency.STANDARD, List.of(ruleKeys), amount, period, "UTC");
        return succeeded(rules.set(call(), brand.key(), new SetEarningLimit(key, key, spec)));
    }

    public Badge badge(Brand brand, String key, BadgeCriteria criteria) {
        return succeeded(
                badges.create(
                        call(),
                        brand.key(),
                        new CreateBadge(key, key, null, criteria),
                        new Validation()));
    }

    /** Something that a customer did, about nothing and with nothing more. */
    public static RecordActivity did(String id, String kind, String customer, OffsetDateTime at) {
        return new RecordActivity(id, kind, customer, null, at, 1, null);
    }

    public List<Activity> record(Brand brand, RecordActivity... reported) {
        return tryRecord(brand, List.of(reported)).stream().map(TestBrand::succeeded).toList();
    }

    public List<Result<Activity>> tryRecord(Brand brand, List<RecordActivity> reported) {
        return succeeded(activities.record(Caller.SYSTEM, brand.key(), reported));
    }

    public long balance(Customer customer) {
        return wallet(customer).balance();
    }

    public Wallet wallet(Customer customer) {
        return Objects.requireNonNull(
                wallets.ofCustomers(List.of(customer.id()), Currency.STANDARD).get(customer.id()));
    }

    /** The latest entries of the customer's wallet, the latest first. */
    public List<PointsEntry> entries(Customer customer) {
        var wallet = wallet(customer);
        return Objects.requireNonNull(
                        wallets.entries(List.of(wallet.id()), PageRequest.first(100))
                                .get(wallet.id()))
                .items();
    }

    /** The customer's badges that stand. */
    public List<BadgeAward> awards(Customer customer) {
        return Objects.requireNonNull(
                        badges.ofCustomers(List.of(customer.id()), PageRequest.first(100))
                                .get(customer.id()))
                .items()
                .stream()
                .filter(BadgeAward::isActive)
                .toList();
    }
}
