package dev.grapevine.api.kernel;

import dev.grapevine.graph.kernel.command.Caller;

import java.util.Collection;
import java.util.Map;

/** Finds the nodes of one type by id. Each module with nodes declares one bean per type. */
public interface NodeSource {

    /** Returns the prefix of the ids of this type, for example {@code cus}. */
    String prefix();

    /** Returns the nodes with these ids that the caller may see, by id. */
    Map<String, ?> byIds(Caller caller, Collection<String> ids);

    /** Returns the source of a prefix. */
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

    /** Look-up of nodes by id. */
    interface Find {
        Map<String, ?> byIds(Caller caller, Collection<String> ids);
    }
}
