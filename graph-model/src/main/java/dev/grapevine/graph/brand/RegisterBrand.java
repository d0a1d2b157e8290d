package dev.grapevine.graph.brand;

import dev.grapevine.graph.kernel.Command;

import java.util.Map;

/**
 * Asks for a new brand.
 *
 * @param key 2 to 40 of {@code a-z 0-9 -}, beginning with a letter or digit
 * @param name 1 to 200 characters
 * @param activeDayWeight 0 to 1,000
 * @param weights at most 100 kinds of activity, each 0 to 1,000
 */
public record RegisterBrand(
        String key, String name, long activeDayWeight, Map<String, Long> weights)
        implements Command {
    @Override
    public String operation() {
        return "registerBrand";
    }
}
