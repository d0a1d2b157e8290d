package dev.grapevine.api.access;

import dev.grapevine.api.kernel.security.ApiKeyFile;
import dev.grapevine.graph.access.ApiKeys;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

import java.util.Map;

/**
 * Issues the API key of the administrator at the first start. To replace the key, remove the line
 * {@code administrator=} from the key file and restart.
 */
@Component
class AdministratorKey implements ApplicationRunner {

    static final String NAME = "administrator";

    private final ApiKeys keys;
    private final ApiKeyFile file;

    AdministratorKey(ApiKeys keys, ApiKeyFile file) {
        this.keys = keys;
        this.file = file;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!file.read().containsKey(NAME)) {
            file.add(Map.of(NAME, keys.issueForAdministrator()));
        }
    }
}
