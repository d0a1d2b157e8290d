package dev.grapevine.api.badge;

import dev.grapevine.api.kernel.Connection;
import dev.grapevine.api.kernel.ConnectionLoader;
import dev.grapevine.api.kernel.Loaders;
import dev.grapevine.api.kernel.NodeSource;
import dev.grapevine.api.kernel.security.Administrator;
import dev.grapevine.graph.badge.AwardBadge;
import dev.grapevine.graph.badge.Badge;
import dev.grapevine.graph.badge.BadgeAward;
import dev.grapevine.graph.badge.Badges;
import dev.grapevine.graph.badge.RevokeBadge;
import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.kernel.command.Call;
import dev.grapevine.graph.kernel.command.Validation;

import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Resolves badges and badge awards: {@code createBadge}, {@code awardBadge}, {@code revokeBadge},
 * {@code Brand.badges} and {@code Customer.badges}.
 */
@Controller
class BadgeController {

    private final Badges badges;
    private final ConnectionLoader<Badge, Connection.Edge<Badge>> ofBrands;
    private final ConnectionLoader<BadgeAward, Connection.Edge<BadgeAward>> ofCustomers;

    BadgeController(Badges badges, Loaders loaders) {
        this.badges = badges;
        this.ofBrands =
                loaders.connection("Brand.badges", badges::ofBrands, Badge::cursor)
                        .counted((ids, _) -> badges.countsOfBrands(ids));
        this.ofCustomers =
                loaders.connection("Customer.badgeAwards", badges::ofCustomers, BadgeAward::cursor);
    }

    @Bean
    static NodeSource badgeNodes(Badges badges) {
        return NodeSource.of("bdg", badges::byIds);
    }

    @Bean
    static NodeSource badgeAwardNodes(Badges badges) {
        return NodeSource.of("bda", badges::awardsByIds);
    }

    @MutationMapping
    CreateBadgePayload createBadge(@Argument CreateBadgeInput input, Administrator administrator) {
        var validation = new Validation();
        var command = input.command(validation);
        return CreateBadgePayload.of(
                input, badges.create(administrator.call(), input.brand(), command, validation));
    }

    @MutationMapping
    BadgeAwardPayload awardBadge(@Argument AwardBadge input, Call call) {
        return BadgeAwardPayload.of(badges.award(call, input));
    }

    @MutationMapping
    BadgeAwardPayload revokeBadge(@Argument RevokeBadge input, Call call) {
        return BadgeAwardPayload.of(badges.revoke(call, input));
    }

    @SchemaMapping(typeName = "Brand", field = "badges")
    CompletableFuture<Connection<Connection.Edge<Badge>>> badgesOfBrand(
            Brand brand, DataFetchingEnvironment environment) {
        return ofBrands.load(environment, brand.id());
    }

    @SchemaMapping(typeName = "Customer", field = "badgeAwards")
    CompletableFuture<Connection<Connection.Edge<BadgeAward>>> badgeAwards(
            Customer customer,
            @Argument boolean includeRevoked,
            DataFetchingEnvironment environment) {
        var filters = Map.of("activeOnly", !includeRevoked);
        return ofCustomers.load(environment, customer.id(), filters);
    }

    @SchemaMapping(typeName = "Badge", field = "criteria")
    @Nullable BadgeCriteriaView criteria(Badge badge) {
        var criteria = badge.parsedCriteria();
        return criteria == null ? null : BadgeCriteriaView.of(criteria);
    }
}
