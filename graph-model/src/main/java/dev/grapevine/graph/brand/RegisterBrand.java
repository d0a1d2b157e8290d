package dev.grapevine.graph.brand;

import dev.grapevine.graph.kernel.command.Command;

/**
 * Command to register a brand.
 *
 * @param key 2 to 40 characters of {@code a-z 0-9 -}, not beginning with a hyphen
 * @param name 1 to 200 characters
 */
public record RegisterBrand(String key, String name) implements Command {
    @Override
    public String operation() {
        return "registerBrand";
    }
}
