package dev.grapevine.api.demo;

import dev.grapevine.api.kernel.security.ApiKeyFile;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Prints the addresses and the key file when the server is ready; the keys only in the profile
 * {@code dev}.
 */
@Component
class StartupBanner {

    private final Environment environment;
    private final ApiKeyFile keys;

    StartupBanner(Environment environment, ApiKeyFile keys) {
        this.environment = environment;
        this.keys = keys;
    }

    @EventListener
    void on(ApplicationReadyEvent ready) {
        var port = environment.getProperty("local.server.port");
        if (port == null) {
            return;
        }
        var url = "http://localhost:" + port;
        var duration =
                ready.getTimeTaken() == null
                        ? ""
                        : " after " + ready.getTimeTaken().toMillis() + " ms";
        var text = new StringBuilder("\nGrapevine is ready").append(duration).append(".\n\n");
        if (environment.acceptsProfiles(Profiles.of("dev"))) {
            forDevelopers(text, url);
        } else {
            text.append("  GraphQL        ").append(url).append("/graphql\n");
            text.append("  API keys       ").append(keys.path()).append("\n");
        }
        System.out.println(text);
    }

    private void forDevelopers(StringBuilder text, String url) {
        var keysByName = keys.read();
        var larkspurKey = keysByName.get("larkspur");
        text.append("  GraphiQL       ").append(url).append("/graphiql/");
        text.append(larkspurKey == null ? "" : "#key=" + larkspurKey);
        text.append("\n  GraphQL        ").append(url).append("/graphql\n");
        var password = password();
        if (password != null) {
            text.append("  Neo4j Browser  ").append(url).append("/browser\n");
            text.append("                 user neo4j, password ").append(password).append("\n");
        }
        text.append("  API keys       send as 'Authorization: Bearer <key>'; file ")
                .append(keys.path());
        keysByName.forEach((name, key) -> text.append("%n    %-13s %s".formatted(name, key)));
        text.append("\n");
    }

    /**
     * Returns the password that the embedded database wrote to its folder; null if there is none.
     */
    private @Nullable String password() {
        var file =
                Path.of(
                        environment.getProperty("grapevine.embedded.folder", "data"),
                        "neo4j.password");
        var isEmbedded = environment.getProperty("spring.neo4j.uri", "embedded").equals("embedded");
        try {
            return isEmbedded && Files.exists(file) ? Files.readString(file).strip() : null;
        } catch (IOException _) {
            // The log of the database names the file; the banner is printed without the password.
            return null;
        }
    }
}
