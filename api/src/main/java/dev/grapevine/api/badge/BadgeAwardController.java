package dev.grapevine.api.badge;

import dev.grapevine.api.kernel.BatchMappings;
import dev.grapevine.api.kernel.Nodes;
import dev.grapevine.graph.activity.Activities;
import dev.grapevine.graph.activity.Activity;
import dev.grapevine.graph.badge.AwardEvidence;
import dev.grapevine.graph.badge.Badge;
import dev.grapevine.graph.badge.BadgeAward;
import dev.grapevine.graph.badge.Badges;
import dev.grapevine.graph.kernel.command.Caller;

import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Resolves the fields of {@code BadgeAward}: badge, level, cause and evidence. */
@Controller
class BadgeAwardController {

    private final Badges badges;
    private final AwardEvidence evidence;
    private final Activities activities;
    private final Nodes nodes;

    BadgeAwardController(
            Badges badges, AwardEvidence evidence, Activities activities, Nodes nodes) {
        this.badges = badges;
        this.evidence = evidence;
        this.activities = activities;
        this.nodes = nodes;
    }

    @SchemaMapping(typeName = "BadgeAward", field = "periodKey")
    @Nullable String periodKey(BadgeAward award) {
        return award.periodKey().isEmpty() ? null : award.periodKey();
    }

    @BatchMapping(typeName = "BadgeAward")
    Map<BadgeAward, Badge> badge(List<BadgeAward> awards) {
        return BatchMappings.load(
                awards, BadgeAward::badgeId, ids -> badges.byIds(Caller.SYSTEM, ids));
    }

    @BatchMapping(typeName = "BadgeAward")
    Map<BadgeAward, BadgeLevel> level(List<BadgeAward> awards) {
        var levels = new HashMap<BadgeAward, BadgeLevel>();
        badge(awards)
                .forEach(
                        (award, badge) -> {
                            var level = BadgeLevel.of(badge, award.level());
                            if (level != null) {
                                levels.put(award, level);
                            }
                        });
        return levels;
    }

    @BatchMapping(typeName = "BadgeAward")
    Map<BadgeAward, Activity> activity(List<BadgeAward> awards) {
        return BatchMappings.load(
                awards, BadgeAward::activityId, ids -> activities.byIds(Caller.SYSTEM, ids));
    }

    @BatchMapping(typeName = "BadgeAward")
    Map<BadgeAward, List<Activity>> evidence(List<BadgeAward> awards) {
        var activitiesByAward = evidence.ofAwards(awards.stream().distinct().toList());
        return BatchMappings.load(awards, BadgeAward::id, _ -> activitiesByAward);
    }

    /**
     * Loads the contributions that period keys name. A period key that is a period is no id and
     * finds no node.
     */
    @BatchMapping(typeName = "BadgeAward")
    Map<BadgeAward, Object> contribution(List<BadgeAward> awards) {
        return BatchMappings.load(
                awards, BadgeAward::periodKey, ids -> nodes.byIds(Caller.SYSTEM, ids));
    }

    @BatchMapping(typeName = "BadgeAward")
    Map<BadgeAward, Object> ruleVersion(List<BadgeAward> awards) {
        return BatchMappings.load(
                awards, BadgeAward::ruleVersionId, ids -> nodes.byIds(Caller.SYSTEM, ids));
    }
}
