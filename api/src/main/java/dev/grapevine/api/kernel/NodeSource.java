package dev.grapevine.api.kernel;

import dev.grapevine.graph.kernel.command.Caller;

import java.util.Collection;
import java.util.Map;

/** Finds the nodes of one kind; each room with nodes has one. */
public interface NodeSource {

    /** The prefix of the ids of this kind, for example {@code cus}. */
    String prefix();

    /** The nodes with these ids that the caller may see, by id. */
    Map<String, ?> byIds(Caller caller, Collection<String> ids);

    /** A source for a prefix. */
    static NodeSource of(String prefix, Find find) {
        return new NodeSource() {
            @Override
            public String prefix() {
                return prefix;
            }

            @Override
            public Map<String, ?> byIds(Caller caller, Collection<String> ids) {
                return find.byIds(caller, ids);
            }
        };
    }

    /** How nodes are found. */
    interface Find {
        Map<String, ?> byIds(Caller caller, Collection<String> ids);
    }
}
