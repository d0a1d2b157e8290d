package dev.grapevine.graph.earning.config;

import dev.grapevine.graph.kernel.command.Command;

/** Command that retires a version of a rule, earning limit or tier set. */
record RetireVersion(String versionId) implements Command {

    @Override
    public String operation() {
        return "retireVersion";
    }
}
