package dev.grapevine.api.cli;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;

/** The graph, without web and GraphQL: all that a command needs. */
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.graphql.autoconfigure.GraphQlAutoConfiguration",
            "org.springframework.boot.graphql.autoconfigure.observation.GraphQlObservationAutoConfiguration"
        })
@ComponentScan("dev.grapevine.graph")
final class CommandApplication {}
