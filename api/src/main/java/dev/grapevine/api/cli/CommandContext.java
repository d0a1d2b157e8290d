package dev.grapevine.api.cli;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import java.util.Map;

/**
 * The graph model on the configured database, for one command. If a running server has the folder
 * of the embedded database open, the command connects to that server. Statements have a time-out of
 * 60 seconds instead of that of the API.
 */
public final class CommandContext implements AutoCloseable {

    private static final Map<String, Object> SETTINGS =
            Map.of(
                    "grapevine.embedded.join", "true",
                    "grapevine.graph.timeout", "60s",
                    "grapevine.graph.warm-up", "false");

    private final ConfigurableApplicationContext context;

    private CommandContext(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static CommandContext open() {
        return new CommandContext(
                new SpringApplicationBuilder(CommandApplication.class)
                        .web(WebApplicationType.NONE)
                        .properties(SETTINGS)
                        .run());
    }

    /** Returns the bean of a type. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
