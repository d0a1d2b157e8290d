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

/** Resolves {@code BadgeAward.credential}. A caller that may see an award may export it. */
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
        var credentials = new HashMap<BadgeAward, String>();
        var export = openBadges.getIfAvailable();
        if (export == null) {
            return credentials;
        }
        var badgeIds = awards.stream().map(BadgeAward::badgeId).collect(toSet());
        var brandIds = awards.stream().map(BadgeAward::brandId).collect(toSet());
        var badgesById = badges.byIds(Caller.SYSTEM, badgeIds);
        var brandsById = brands.byIds(Caller.SYSTEM, brandIds);
        for (var award : awards) {
            var badge = badgesById.get(award.badgeId());
            var brand = brandsById.get(award.brandId());
            if (badge != null && brand != null) {
                export.credential(brand, badge, award)
                        .ifPresent(credential -> credentials.put(award, credential));
            }
        }
        return credentials;
    }
}
