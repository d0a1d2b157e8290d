package dev.grapevine.graph.rulebook;

import dev.grapevine.graph.kernel.Command;

/** Asks for a version of a rule, a limit or tiers to be retired. */
record RetireVersion(String versionId) implements Command {

    @Override
    public String operation() {
        return "retireVersion";
    }
}
