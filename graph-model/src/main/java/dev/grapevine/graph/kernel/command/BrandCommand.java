package dev.grapevine.graph.kernel.command;

/**
 * Command with the key of its brand, for commands without a component that identifies the brand: an
 * idempotency key covers both.
 */
public record BrandCommand(String brandKey, Command command) implements Command {

    @Override
    public String operation() {
        return command.operation();
    }
}
