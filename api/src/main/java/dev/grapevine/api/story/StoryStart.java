package dev.grapevine.api.story;

import dev.grapevine.api.kernel.KeyFile;
import dev.grapevine.graph.story.Story;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Tells the story on a developer's first start and keeps the keys of its partners; a telling that was interrupted is completed. */
@Component
@Profile("dev")
class StoryStart implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(StoryStart.class);

    private final Story story;
    private final KeyFile keys;

    StoryStart(Story story, KeyFile keys) {
        this.story = story;
        this.keys = keys;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (story.isTold()) {
            return;
        }
        Map<String, String> issued = new LinkedHashMap<>();
        for (var key : story.tell()) {
            if (key.apiKey() != null) {
                issued.put(key.brand(), key.apiKey());
            }
        }
        keys.add(issued);
        log.info("The story is told: Larkspur Bicycles and Orbit Coffee, and how Ada's friends came to them");
    }
}
