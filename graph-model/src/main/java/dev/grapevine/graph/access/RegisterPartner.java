package dev.grapevine.graph.access;

import dev.grapevine.graph.kernel.command.Command;

/**
 * Command to register a partner.
 *
 * @param name 1 to 100 characters
 */
public record RegisterPartner(String name) implements Command {
    @Override
    public String operation() {
        return "registerPartner";
    }
}
