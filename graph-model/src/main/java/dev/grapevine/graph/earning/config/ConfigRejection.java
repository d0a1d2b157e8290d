package dev.grapevine.graph.earning.config;

import dev.grapevine.graph.kernel.command.NamedRejection;

/** Why something was not decided. */
enum ConfigRejection implements NamedRejection {
    NOT_A_DRAFT("It was published or retired before; draft a new version.", "id"),
    ALREADY_RETIRED("It was retired before.", "id"),
    TOO_MANY_CONFIG_VERSIONS("A brand can have at most 5,000 versions of rules and limits.", "key");

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
