package dev.grapevine.graph.earning.config;

import dev.grapevine.graph.kernel.command.NamedRejection;

/** Reasons for which a change of the earning configuration is rejected. */
public enum ConfigRejection implements NamedRejection {
    NOT_A_DRAFT("The version was published or retired before; draft a new version.", "id"),
    ALREADY_RETIRED("The version was retired or replaced before.", "id"),
    TOO_MANY_CONFIG_VERSIONS(
            "The brand has reached the maximum of "
                    + ConfigVersions.MAX
                    + " versions of rules, limits, tier sets and badges.",
            "key");

    private final String message;
    private final String field;

    ConfigRejection(String message, String field) {
        this.message = message;
        this.field = field;
    }

    @Override
    public String message() {
        return message;
    }

    @Override
    public String field() {
        return field;
    }
}
