package dev.grapevine.api.kernel;

import dev.grapevine.graph.kernel.GraphBusy;
import dev.grapevine.graph.kernel.GraphUnavailable;
import dev.grapevine.graph.kernel.Pulse;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Says DOWN while the database does not answer; asks through the same door as everybody. */
@Component("graph")
class GraphHealth implements HealthIndicator {

    private final Pulse pulse;

    GraphHealth(Pulse pulse) {
        this.pulse = pulse;
    }

    @Override
    public Health health() {
        try {
            pulse.feel();
            return Health.up().build();
        } catch (GraphBusy _) {
            return Health.up().withDetail("busy", true).build();
        } catch (GraphUnavailable _) {
            return Health.down().build();
        }
    }
}
