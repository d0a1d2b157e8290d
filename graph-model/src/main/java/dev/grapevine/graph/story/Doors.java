package dev.grapevine.graph.story;

import dev.grapevine.graph.badge.Badges;
import dev.grapevine.graph.brand.Brands;
import dev.grapevine.graph.contribution.Contributions;
import dev.grapevine.graph.customer.Customers;
import dev.grapevine.graph.engagement.Activities;
import dev.grapevine.graph.partner.Partners;
import dev.grapevine.graph.points.PointsLedger;
import dev.grapevine.graph.points.Wallets;
import dev.grapevine.graph.referral.Referrals;
import dev.grapevine.graph.reward.Redemptions;
import dev.grapevine.graph.reward.Rewards;
import dev.grapevine.graph.score.EngagementDefinitions;

import org.springframework.stereotype.Component;

/** All the doors that the story goes through. */
@Component
record Doors(
        Brands brands,
        Customers customers,
        Activities activities,
        EngagementDefinitions definitions,
        Referrals referrals,
        Contributions contributions,
        PointsLedger points,
        Wallets wallets,
        Badges badges,
        Rewards rewards,
        Redemptions redemptions,
        Partners partners) {}
