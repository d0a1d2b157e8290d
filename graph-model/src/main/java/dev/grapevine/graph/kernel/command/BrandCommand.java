package dev.grapevine.graph.kernel.command;

/**
 * A command together with the brand that it is for: both are what an idempotency key stands for.
 */
public record BrandCommand(String brandKey, Command command) implements Command {

    @Override
    public String operation() {
        return command.operation();
    }
}
