package dev.grapevine.api.testing;

import dev.grapevine.graph.access.Partner;
import dev.grapevine.graph.activity.Activity;
import dev.grapevine.graph.badge.Badge;
import dev.grapevine.graph.badge.BadgeAward;
import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.contribution.Contribution;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.kernel.command.Rejection;
import dev.grapevine.graph.ledger.AwardLimitExceeded;
import dev.grapevine.graph.ledger.Hold;
import dev.grapevine.graph.ledger.InsufficientPoints;
import dev.grapevine.graph.ledger.PointsEntry;
import dev.grapevine.graph.ledger.Wallet;
import dev.grapevine.graph.referral.Referral;
import dev.grapevine.graph.reward.CouponBatch;
import dev.grapevine.graph.reward.Reward;
import dev.grapevine.graph.reward.redemption.NotEligible;
import dev.grapevine.graph.reward.redemption.PaysRedemption;
import dev.grapevine.graph.reward.redemption.Redemption;
import dev.grapevine.graph.reward.redemption.RewardNotValid;

import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.SchemaReport;

import java.util.concurrent.atomic.AtomicReference;

/** Inspection report of Spring for GraphQL: the comparison of the schema with Java types. */
@Configuration(proxyBeanMethods = false)
public class SchemaInspection {

    private final AtomicReference<SchemaReport> report = new AtomicReference<>();

    public SchemaReport report() {
        return report.get();
    }

    @Bean
    GraphQlSourceBuilderCustomizer inspection() {
        return builder ->
                builder.inspectSchemaMappings(
                        types ->
                                types.classMapping("Activity", Activity.class)
                                        .classMapping(
                                                "AwardLimitExceeded", AwardLimitExceeded.class)
                                        .classMapping("Badge", Badge.class)
                                        .classMapping("BadgeAward", BadgeAward.class)
                                        .classMapping("Brand", Brand.class)
                                        .classMapping("Contribution", Contribution.class)
                                        .classMapping("Customer", Customer.class)
                                        .classMapping("Hold", Hold.class)
                                        .classMapping(
                                                "InsufficientPoints", InsufficientPoints.class)
                                        .classMapping("CouponBatch", CouponBatch.class)
                                        .classMapping("NotEligible", NotEligible.class)
                                        .classMapping("Partner", Partner.class)
                                        .classMapping("PaysRedemption", PaysRedemption.class)
                                        .classMapping("PointsEntry", PointsEntry.class)
                                        .classMapping("Referral", Referral.class)
                                        .classMapping("Redemption", Redemption.class)
                                        .classMapping("BasicUserError", Rejection.class)
                                        .classMapping("Reward", Reward.class)
                                        .classMapping("RewardNotValid", RewardNotValid.class)
                                        .classMapping("Wallet", Wallet.class),
                        report::set);
    }
}
