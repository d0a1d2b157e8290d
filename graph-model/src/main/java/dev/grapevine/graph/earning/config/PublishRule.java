package dev.grapevine.graph.earning.config;

import dev.grapevine.graph.kernel.command.Command;

/** Command that publishes a draft of a rule. */
record PublishRule(String versionId) implements Command {

    @Override
    public String operation() {
        return "publishRule";
    }
}
