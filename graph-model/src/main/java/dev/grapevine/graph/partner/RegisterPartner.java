package dev.grapevine.graph.partner;

/**
 * Asks for a new partner.
 *
 * @param name 1 to 100 characters
 */
public record RegisterPartner(String name) {}
