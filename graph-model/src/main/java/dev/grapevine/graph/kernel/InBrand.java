package dev.grapevine.graph.kernel;

/**
 * A command together with the brand that it is for: both are what an idempotency key stands for.
 */
public record InBrand(String brandKey, Command command) implements Command {

    @Override
    public String operation() {
        return command.operation();
    }
}
