package dev.grapevine.api.kernel;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.grapevine.graph.kernel.Ids;
import dev.grapevine.graph.kernel.command.Caller;

import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Finds nodes of all types by id. The only class that interprets the prefix of an id. */
@Component
public class Nodes {

    private final Map<String, NodeSource> sources;

    Nodes(List<NodeSource> sources) {
        this.sources = sources.stream().collect(toMap(NodeSource::prefix, Function.identity()));
    }

    /**
     * Returns the nodes with these ids that the caller may see, by id. Takes one round trip per
     * type.
     */
    public Map<String, Object> byIds(Caller caller, Collection<String> ids) {
        var found = new HashMap<String, Object>();
        ids.stream()
                .filter(id -> sources.containsKey(prefix(id)))
                .distinct()
                .collect(groupingBy(Nodes::prefix))
                .forEach(
                        (prefix, idsOfPrefix) -> {
                            var source = sources.get(prefix);
                            if (source != null) {
                                found.putAll(source.byIds(caller, idsOfPrefix));
                            }
                        });
        return found;
    }

    private static String prefix(String id) {
        var form = Ids.FORM.matcher(id);
        return form.matches() ? form.group(1) : "";
    }
}
