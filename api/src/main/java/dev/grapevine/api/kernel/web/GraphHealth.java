package dev.grapevine.api.kernel.web;

import dev.grapevine.graph.kernel.database.DatabaseHealth;
import dev.grapevine.graph.kernel.database.GraphBusy;
import dev.grapevine.graph.kernel.database.GraphUnavailable;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Health of the database connection: DOWN if the database does not respond, UP with {@code busy} if
 * the graph client is at its limit.
 */
@Component("graph")
class GraphHealth implements HealthIndicator {

    private final DatabaseHealth databaseHealth;

    GraphHealth(DatabaseHealth databaseHealth) {
        this.databaseHealth = databaseHealth;
    }

    @Override
    public Health health() {
        try {
            databaseHealth.check();
            return Health.up().build();
        } catch (GraphBusy _) {
            return Health.up().withDetail("busy", true).build();
        } catch (GraphUnavailable _) {
            return Health.down().build();
        }
    }
}
