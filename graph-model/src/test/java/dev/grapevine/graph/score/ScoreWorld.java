package dev.grapevine.graph.score;

import static dev.grapevine.graph.testing.World.call;
import static dev.grapevine.graph.testing.World.done;

import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.engagement.Activities;
import dev.grapevine.graph.engagement.Activity;
import dev.grapevine.graph.engagement.RecordActivity;
import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.CypherFile;
import dev.grapevine.graph.kernel.Graph;
import dev.grapevine.graph.testing.World;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What tests of scores need again and again. */
class ScoreWorld {

    private static final CypherFile CAMPAIGN_ONLY =
            new CypherFile(
                    "test/campaign-only",
                    "MERGE (k:ActivityKind {key: $brandId + '|' + $kind}) SET k.isCampaignOnly ="
                            + " $isCampaignOnly");
    private static final CypherFile WITHDRAW =
            new CypherFile(
                    "test/withdraw",
                    "MATCH (a:Activity {id: $id}) SET a.withdrawnAt = a.recordedAt");

    private final EngagementDefinitions definitions;
    private final Activities activities;
    private final Graph graph;

    ScoreWorld(EngagementDefinitions definitions, Activities activities, Graph graph) {
        this.definitions = definitions;
        this.activities = activities;
        this.graph = graph;
    }

    static EngagementAction action(String name, long weight, String... kinds) {
        return new EngagementAction(name, weight, List.of(kinds));
    }

    /** A shop's own definition, with 2 for an active day. */
    EngagementDefinition define(Brand brand, EngagementAction... actions) {
        return done(
                definitions.define(
                        call(),
                        brand.key(),
                        new DefineEngagement("shop", "Shop", Arrays.asList(actions), 2)));
    }

    EngagementDefinition revise(Brand brand, long activeDayWeight, EngagementAction... actions) {
        return done(
                definitions.revise(
                        call(),
                        brand.key(),
                        new ReviseEngagement(
                                "shop", "Shop anew", Arrays.asList(actions), activeDayWeight)));
    }

    List<Activity> report(Brand brand, String who, String kind, OffsetDateTime... times) {
        var commands = new ArrayList<RecordActivity>();
        for (var time : times) {
            var id = UUID.randomUUID().toString();
            commands.add(new RecordActivity(id, kind, who, null, time, 1, null));
        }
        return done(activities.record(Caller.GRAPEVINE, brand.key(), commands)).stream()
                .map(World::done)
                .toList();
    }

    /** Registers a kind by hand. */
    void setCampaignOnly(Brand brand, String kind, boolean isCampaignOnly) {
        graph.write(
                CAMPAIGN_ONLY,
                Map.of("brandId", brand.id(), "kind", kind, "isCampaignOnly", isCampaignOnly));
    }

    void withdraw(Activity activity) {
        graph.write(WITHDRAW, Map.of("id", activity.id()));
    }
}
