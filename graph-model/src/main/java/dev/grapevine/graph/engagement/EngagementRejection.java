package dev.grapevine.graph.engagement;

import dev.grapevine.graph.kernel.command.NamedRejection;


/** Why a command about definitions is refused, where nothing but the reason is to be said. */
enum EngagementRejection implements NamedRejection {
    DEFINITION_KEY_TAKEN("key", "The brand has a definition with this key already; revise it."),
    TOO_MANY_DEFINITIONS("brand", "A brand has at most 100 definitions."),
    TOO_MANY_VERSIONS("key", "A definition has at most 1,000 versions.");

    private final String field;
    private final String message;

    EngagementRejection(String field, String message) {
        this.field = field;
        this.message = message;
    }

    @Override
    public String field() {
        return field;
    }

    @Override
    public String message() {
        return message;
    }
}
