package dev.grapevine.graph.demo;

import dev.grapevine.graph.access.Partners;
import dev.grapevine.graph.activity.Activities;
import dev.grapevine.graph.badge.Badges;
import dev.grapevine.graph.brand.Brands;
import dev.grapevine.graph.contribution.Contributions;
import dev.grapevine.graph.contribution.Votes;
import dev.grapevine.graph.customer.Customers;
import dev.grapevine.graph.engagement.EngagementDefinitions;
import dev.grapevine.graph.ledger.PointsLedger;
import dev.grapevine.graph.ledger.Wallets;
import dev.grapevine.graph.referral.Referrals;
import dev.grapevine.graph.reward.Rewards;
import dev.grapevine.graph.reward.redemption.Redemptions;

import org.springframework.stereotype.Component;

/** Services that the demo data use. */
@Component
record DemoServices(
        Brands brands,
        Customers customers,
        Activities activities,
        EngagementDefinitions definitions,
        Referrals referrals,
        Contributions contributions,
        Votes votes,
        PointsLedger points,
        Wallets wallets,
        Badges badges,
        Rewards rewards,
        Redemptions redemptions,
        Partners partners) {}
