package dev.grapevine.api.kernel.graphql;

import dev.grapevine.api.kernel.Arguments;
import dev.grapevine.api.kernel.Nodes;
import dev.grapevine.graph.kernel.command.Caller;

import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

import java.util.List;

/** Resolves {@code node} and {@code nodes}. */
@Controller
class NodeController {

    private static final int MAX_IDS = 100;

    private final Nodes nodes;

    NodeController(Nodes nodes) {
        this.nodes = nodes;
    }

    @QueryMapping
    @Nullable Object node(@Argument String id, Caller caller) {
        return nodes(List.of(id), caller).getFirst();
    }

    @QueryMapping
    List<@Nullable Object> nodes(@Argument List<String> ids, Caller caller) {
        Arguments.between("number of ids", ids.size(), 0, MAX_IDS);
        var found = nodes.byIds(caller, ids);
        return ids.stream().<@Nullable Object>map(found::get).toList();
    }
}
