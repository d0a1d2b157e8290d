package dev.grapevine.graph.engagement;

import static dev.grapevine.graph.testing.TestBrand.call;
import static dev.grapevine.graph.testing.TestBrand.succeeded;

import dev.grapevine.graph.activity.Activities;
import dev.grapevine.graph.activity.Activity;
import dev.grapevine.graph.activity.RecordActivity;
import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.testing.TestBrand;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Fixture of tests of engagement scores. */
class EngagementFixture {

    private static final CypherStatement CAMPAIGN_ONLY =
            new CypherStatement(
                    "test/campaign-only",
                    "MERGE (k:ActivityKind {brandKey: $brandId + '|' + $kind}) SET k.isCampaignOnly"
                            + " = $isCampaignOnly");
    private static final CypherStatement CANCEL =
            new CypherStatement(
                    "test/cancel", "MATCH (a:Activity {id: $id}) SET a.cancelledAt = a.recordedAt");

    private final EngagementDefinitions definitions;
    private final Activities activities;
    private final GraphClient graph;

    EngagementFixture(EngagementDefinitions definitions, Activities activities, GraphClient graph) {
        this.definitions = definitions;
        this.activities = activities;
        this.graph = graph;
    }

    static EngagementAction action(String name, long weight, String... kinds) {
        return new EngagementAction(name, weight, List.of(kinds));
    }

    /** Creates the definition {@code shop}, with weight 2 of an active day. */
    EngagementDefinition create(Brand brand, EngagementAction... actions) {
        return succeeded(
                definitions.create(
                        call(),
                        brand.key(),
                        new CreateEngagementDefinition("shop", "Shop", Arrays.asList(actions), 2)));
    }

    EngagementDefinition revise(Brand brand, long activeDayWeight, EngagementAction... actions) {
        return succeeded(
                definitions.update(
                        call(),
                        brand.key(),
                        new UpdateEngagementDefinition(
                                "shop", "Shop anew", Arrays.asList(actions), activeDayWeight)));
    }

    List<Activity> report(Brand brand, String who, String kind, OffsetDateTime... times) {
        var commands = new ArrayList<RecordActivity>();
        for (var time : times) {
            var id = UUID.randomUUID().toString();
            commands.add(new RecordActivity(id, kind, who, null, time, 1, null));
        }
        return succeeded(activities.record(Caller.SYSTEM, brand.key(), commands)).stream()
                .map(TestBrand::succeeded)
                .toList();
    }

    /** Writes an activity kind without a command. */
    void setCampaignOnly(Brand brand, String kind, boolean isCampaignOnly) {
        graph.write(
                CAMPAIGN_ONLY,
                Map.of("brandId", brand.id(), "kind", kind, "isCampaignOnly", isCampaignOnly));
    }

    void cancel(Activity activity) {
        graph.write(CANCEL, Map.of("id", activity.id()));
    }
}
