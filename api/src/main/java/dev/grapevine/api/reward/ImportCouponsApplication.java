package dev.grapevine.api.reward;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;

/** The graph, without web and GraphQL: all that an import of coupons needs. */
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.graphql.autoconfigure.GraphQlAutoConfiguration",
            "org.springframework.boot.graphql.autoconfigure.observation.GraphQlObservationAutoConfiguration"
        })
@ComponentScan("dev.grapevine.graph")
final class ImportCouponsApplication {}
