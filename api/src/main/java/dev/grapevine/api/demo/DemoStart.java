package dev.grapevine.api.demo;

import dev.grapevine.api.kernel.security.ApiKeyFile;
import dev.grapevine.graph.demo.DemoData;
import dev.grapevine.graph.kernel.database.GraphException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
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

    private static final int MAX_ATTEMPTS = 5;
    private static final Duration RETRY_DELAY = Duration.ofSeconds(2);

    private final DemoData demoData;
    private final ApiKeyFile keys;

    DemoStart(DemoData demoData, ApiKeyFile keys) {
        this.demoData = demoData;
        this.keys = keys;
    }

    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException {
        for (var attempt = 1; !isComplete(); attempt++) {
            try {
                demoData.create(this::writeKey);
                log.info("Demo data created: brands {}", String.join(", ", DemoData.BRANDS));
            } catch (GraphException e) {
                // A cold or busy database can exceed the time-out; the next attempt continues.
                if (attempt == MAX_ATTEMPTS) {
                    throw e;
                }
                Thread.sleep(RETRY_DELAY);
            }
        }
        var known = keys.read();
        DemoData.BRANDS.stream()
                .filter(brand -> !known.containsKey(brand))
                .forEach(brand -> writeKey(demoData.anotherKey(brand)));
    }

    private boolean isComplete() {
        try {
            return demoData.exists();
        } catch (GraphException _) {
            return false;
        }
    }

    private void writeKey(DemoData.DemoKey key) {
        if (key.apiKey() != null) {
            keys.add(Map.of(key.brand(), key.apiKey()));
        }
    }
}
