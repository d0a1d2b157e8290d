package dev.grapevine.graph.earning.config;

import dev.grapevine.graph.kernel.command.Command;

/** Asks for a draft of a rule to be put in force. */
record PublishRule(String versionId) implements Command {

    @Override
    public String operation() {
        return "publishRule";
    }
}
