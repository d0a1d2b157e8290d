package dev.grapevine.api.access;

import dev.grapevine.api.kernel.security.ApiKeyFile;
import dev.grapevine.graph.access.ApiKeys;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

import java.util.Map;

/**
 * Issues the administrator's key at the first start. To replace it, remove its line from the key
 * file and start again.
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
