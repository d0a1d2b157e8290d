package dev.grapevine.graph.rulebook;

/** Asks for a decision to be published or retired. */
sealed interface ChangeDecision {

    String id();

    /** Brings a draft into force. */
    record PublishDecision(String id) implements ChangeDecision {}

    /** Takes a decision out of force, or drops a draft. */
    record RetireDecision(String id) implements ChangeDecision {}
}
