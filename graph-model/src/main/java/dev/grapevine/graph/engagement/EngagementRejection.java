package dev.grapevine.graph.engagement;

import dev.grapevine.graph.kernel.command.NamedRejection;

/** Rejections without data of commands about engagement definitions. */
enum EngagementRejection implements NamedRejection {
    DEFINITION_KEY_TAKEN(
            "key", "key is already used by a definition of the brand; update that definition."),
    TOO_MANY_DEFINITIONS(
            "brand",
            "brand already has "
                    + EngagementDefinitions.MAX_DEFINITIONS
                    + " definitions, the maximum."),
    TOO_MANY_DEFINITION_VERSIONS(
            "key",
            "definition already has "
                    + EngagementDefinitions.MAX_VERSIONS
                    + " versions, the maximum.");

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
