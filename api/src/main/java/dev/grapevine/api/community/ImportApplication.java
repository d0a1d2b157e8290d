package dev.grapevine.api.community;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;

/** The graph and this room, without web and GraphQL: all that an import needs. */
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.graphql.autoconfigure.GraphQlAutoConfiguration",
            "org.springframework.boot.graphql.autoconfigure.observation.GraphQlObservationAutoConfiguration"
        })
@ComponentScan({"dev.grapevine.graph", "dev.grapevine.api.community"})
final class ImportApplication {}
