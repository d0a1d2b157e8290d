package dev.grapevine.graph.rulebook;

import dev.grapevine.graph.kernel.Command;

/** Asks for a draft of a rule to be put in force. */
record PublishRule(String versionId) implements Command {

    @Override
    public String operation() {
        return "publishRule";
    }
}
