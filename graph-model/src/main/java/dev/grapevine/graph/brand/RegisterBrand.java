package dev.grapevine.graph.brand;

import dev.grapevine.graph.kernel.command.Command;


/**
 * Asks for a new brand.
 *
 * @param key 2 to 40 of {@code a-z 0-9 -}, beginning with a letter or digit
 * @param name 1 to 200 characters
 */
public record RegisterBrand(String key, String name) implements Command {
    @Override
    public String operation() {
        return "registerBrand";
    }
}
