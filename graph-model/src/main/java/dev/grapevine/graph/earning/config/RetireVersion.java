package dev.grapevine.graph.earning.config;

import dev.grapevine.graph.kernel.command.Command;

/** Asks for a version of a rule, a limit or tiers to be retired. */
record RetireVersion(String versionId) implements Command {

    @Override
    public String operation() {
        return "retireVersion";
    }
}
