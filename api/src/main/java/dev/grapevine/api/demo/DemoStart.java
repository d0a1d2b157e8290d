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
 * Tells the story on a developer's first start and keeps the keys of its partners; a telling that
 * was interrupted is completed.
 */
@Component
@Profile("dev")
class DemoStart implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(DemoStart.class);

    private static final int ATTEMPTS_MAX = 5;
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final DemoData demoData;
    private final ApiKeyFile keys;

    DemoStart(DemoData demoData, ApiKeyFile keys) {
        this.demoData = demoData;
        this.keys = keys;
    }

    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException {
        for (var attempt = 1; !isTold(); attempt++) {
            try {
                demoData.create(this::keep);
                log.info(
                        "The story is told: Larkspur Bicycles and Orbit Coffee, and how Ada's"
                                + " friends came to them");
            } catch (GraphException e) {
                // A cold or busy machine may be too slow for one sentence: what was told stays, the
                // rest follows.
                if (attempt == ATTEMPTS_MAX) {
                    throw e;
                }
                Thread.sleep(PAUSE);
            }
        }
        var known = keys.read();
        DemoData.BRANDS.stream()
                .filter(brand -> !known.containsKey(brand))
                .forEach(brand -> keep(demoData.anotherKey(brand)));
    }

    private boolean isTold() {
        try {
            return demoData.exists();
        } catch (GraphException _) {
            return false;
        }
    }

    private void keep(DemoData.DemoKey key) {
        if (key.apiKey() != null) {
            keys.add(Map.of(key.brand(), key.apiKey()));
        }
    }
}
