package dev.grapevine.api.cli;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import java.util.Map;

/**
 * The configured database while a command works on it, also while the API runs on it. A running
 * server keeps the folder of the embedded database open: then the command joins it. What a command
 * asks may take longer than a call of the API may.
 */
public final class CommandContext implements AutoCloseable {

    private static final Map<String, Object> SETTINGS =
            Map.of("grapevine.embedded.join", "true", "grapevine.graph.timeout", "60s");

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

    /** The door of a room. */
    public <T> T door(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
