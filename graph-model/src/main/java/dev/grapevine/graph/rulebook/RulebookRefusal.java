package dev.grapevine.graph.rulebook;

import dev.grapevine.graph.kernel.NamedRefusal;

/** Why something was not decided. */
enum RulebookRefusal implements NamedRefusal {
    NOT_A_DRAFT("It was published or retired before; draft a new version.", "id"),
    ALREADY_RETIRED("It was retired before.", "id"),
    TOO_MANY_DECISIONS("A brand can have at most 5,000 versions of rules and limits.", "key");

    private final String message;
    private final String field;

    RulebookRefusal(String message, String field) {
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
