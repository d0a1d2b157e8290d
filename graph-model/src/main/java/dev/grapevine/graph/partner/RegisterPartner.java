package dev.grapevine.graph.partner;

import dev.grapevine.graph.kernel.Command;

/**
 * Asks for a new partner.
 *
 * @param name 1 to 100 characters
 */
public record RegisterPartner(String name) implements Command {
    @Override
    public String operation() {
        return "registerPartner";
    }
}
