package dev.grapevine.api.badge.openbadges;

import static java.util.stream.Collectors.toSet;

import dev.grapevine.graph.badge.BadgeAward;
import dev.grapevine.graph.badge.Badges;
import dev.grapevine.graph.brand.Brands;
import dev.grapevine.graph.kernel.command.Caller;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.stereotype.Controller;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Badge awards as credentials. Whoever may see an award may take it along. */
@Controller
class OpenBadgeController {

    private final ObjectProvider<OpenBadges> openBadges;
    private final Badges badges;
    private final Brands brands;

    OpenBadgeController(ObjectProvider<OpenBadges> openBadges, Badges badges, Brands brands) {
        this.openBadges = openBadges;
        this.badges = badges;
        this.brands = brands;
    }

    @BatchMapping(typeName = "BadgeAward")
    Map<BadgeAward, String> credential(List<BadgeAward> awards) {
        var signed = new HashMap<BadgeAward, String>();
        var export = openBadges.getIfAvailable();
        if (export == null) {
            return signed;
        }
        var ofAwards = awards.stream().map(BadgeAward::badgeId).collect(toSet());
        var issuers = awards.stream().map(BadgeAward::brandId).collect(toSet());
        var byId = badges.byIds(Caller.SYSTEM, ofAwards);
        var brandsById = brands.byIds(Caller.SYSTEM, issuers);
        for (var award : awards) {
            var badge = byId.get(award.badgeId());
            var brand = brandsById.get(award.brandId());
            if (badge != null && brand != null) {
                export.credential(brand, badge, award)
                        .ifPresent(credential -> signed.put(award, credential));
            }
        }
        return signed;
    }
}
