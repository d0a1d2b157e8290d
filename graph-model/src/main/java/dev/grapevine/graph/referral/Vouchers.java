package dev.grapevine.graph.referral;

import static java.util.stream.Collectors.toSet;

import dev.grapevine.graph.kernel.Ids;
import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.kernel.database.Parameters;

import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Customers who vouched for others without being their referrers. */
@Component
public class Vouchers {

    private static final CypherStatement VOUCH =
            CypherStatement.of(Vouchers.class, "vouch-for-customers");

    private final GraphClient graph;
    private final Ids ids;

    Vouchers(GraphClient graph, Ids ids) {
        this.graph = graph;
        this.ids = ids;
    }

    /**
     * Stores that customers of one brand vouched for others; returns the keys of those that were
     * not stored before.
     */
    public Set<String> addAll(Collection<Voucher> vouchers) {
        var rows =
                vouchers.stream()
                        .map(
                                it -> {
                                    var row = Parameters.of(it);
                                    row.put("key", it.key());
                                    row.put("id", ids.next("vch"));
                                    return row;
                                })
                        .toList();
        return graph
                .write(
                        VOUCH,
                        Map.of("rows", rows),
                        row ->
                                row.get("isNew").asBoolean()
                                        ? Optional.of(row.get("key").asString())
                                        : Optional.<String>empty())
                .stream()
                .flatMap(Optional::stream)
                .collect(toSet());
    }
}
