package dev.grapevine.api.kernel;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.Ids;

import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Finds any node by its id; the only one who reads what the prefix of an id says. */
@Controller
class NodeController {

    private static final int IDS_MAX = 100;

    private final Map<String, NodeSource> sources;

    NodeController(List<NodeSource> sources) {
        this.sources = sources.stream().collect(toMap(NodeSource::prefix, Function.identity()));
    }

    @QueryMapping
    @Nullable Object node(@Argument String id, Caller caller) {
        return nodes(List.of(id), caller).getFirst();
    }

    @QueryMapping
    List<@Nullable Object> nodes(@Argument List<String> ids, Caller caller) {
        Arguments.between("the number of ids", ids.size(), 0, IDS_MAX);
        var found = new HashMap<String, Object>();
        ids.stream()
                .filter(id -> sources.containsKey(prefix(id)))
                .distinct()
                .collect(groupingBy(NodeController::prefix))
                .forEach(
                        (prefix, some) -> {
                            var source = sources.get(prefix);
                            if (source != null) {
                                found.putAll(source.byIds(caller, some));
                            }
                        });
        return ids.stream().<@Nullable Object>map(found::get).toList();
    }

    private static String prefix(String id) {
        var form = Ids.FORM.matcher(id);
        return form.matches() ? form.group(1) : "";
    }
}
