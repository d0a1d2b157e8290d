package dev.grapevine.api.demo;

import dev.grapevine.api.kernel.security.ApiKeyFile;
import dev.grapevine.graph.demo.DemoData;
import dev.grapevine.graph.kernel.database.GraphException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.Map;

/**
 * Creates the demo data at the first start in the profile {@code dev} and writes the keys of its
 * partners to the key file. Continues an interrupted creation.
 */
@Component
@Profile("dev")
class DemoStart implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(DemoStart.class);

    /** A cold or busy database can exceed the time-out; the next attempt continues. */
    private static final RetryTemplate RETRY =
            new RetryTemplate(
                    RetryPolicy.builder()
                            .maxRetries(4)
                            .delay(Duration.ofSeconds(2))
                            .includes(GraphException.class)
                            .build());

    private final DemoData demoData;
    private final ApiKeyFile keys;

    DemoStart(DemoData demoData, ApiKeyFile keys) {
        this.demoData = demoData;
        this.keys = keys;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        RETRY.invoke(this::createIfMissing);
        var known = keys.read();
        DemoData.BRANDS.stream()
                .filter(brand -> !known.containsKey(brand))
                .forEach(brand -> writeKey(demoData.anotherKey(brand)));
    }

    private void createIfMissing() {
        if (!demoData.exists()) {
            demoData.create(this::writeKey);
            log.info("Demo data created: brands {}", String.join(", ", DemoData.BRANDS));
        }
    }

    private void writeKey(DemoData.DemoKey key) {
        if (key.apiKey() != null) {
            keys.add(Map.of(key.brand(), key.apiKey()));
        }
    }
}
