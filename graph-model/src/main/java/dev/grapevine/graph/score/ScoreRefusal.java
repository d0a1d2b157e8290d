package dev.grapevine.graph.score;

import dev.grapevine.graph.kernel.NamedRefusal;

/** Why a command about definitions is refused, where nothing but the reason is to be said. */
enum ScoreRefusal implements NamedRefusal {
    DEFINITION_KEY_TAKEN("key", "The brand has a definition with this key already; revise it."),
    TOO_MANY_DEFINITIONS("brand", "A brand has at most 100 definitions."),
    TOO_MANY_VERSIONS("key", "A definition has at most 1,000 versions.");

    private final String field;
    private final String message;

    ScoreRefusal(String field, String message) {
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
