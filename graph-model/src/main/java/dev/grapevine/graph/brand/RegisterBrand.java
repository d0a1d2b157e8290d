package dev.grapevine.graph.brand;

/**
 * Asks for a new brand.
 *
 * @param key 2 to 40 of {@code a-z 0-9 -}, beginning with a letter or digit
 * @param name 1 to 200 characters
 */
public record RegisterBrand(String key, String name) {}
