package dev.grapevine.graph.ledger.session;

import static java.util.stream.Collectors.toMap;

import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.kernel.database.Rows;
import dev.grapevine.graph.ledger.PointsLedger;
import dev.grapevine.graph.ledger.PointsLot;
import dev.grapevine.graph.ledger.WalletKey;

import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Loader of the lots that commands may draw from, in the order of their expiry. */
@Component
public class DrawableLotsLoader {

    private static final int FIRST_LOTS = 100;
    private static final CypherStatement TO_DRAW =
            CypherStatement.of(DrawableLotsLoader.class, "lots-to-draw");

    private final GraphClient graph;

    DrawableLotsLoader(GraphClient graph) {
        this.graph = graph;
    }

    /**
     * Loads as many lots of each wallet as the requested draws need, at most {@link
     * PointsLedger#MAX_LOTS}; up to three round trips.
     */
    public void load(LedgerSession ledger, Map<WalletKey, WalletRequest> requests) {
        var limit = FIRST_LOTS;
        for (var incomplete = incomplete(ledger, requests); !incomplete.isEmpty(); limit *= 10) {
            var size = Math.min(limit, PointsLedger.MAX_LOTS);
            var first = firstLots(incomplete, size);
            incomplete =
                    incomplete.stream()
                            .filter(
                                    session -> {
                                        var key = session.before().walletKey();
                                        var lots = first.getOrDefault(key, List.of());
                                        return lots.size() == size
                                                && size < PointsLedger.MAX_LOTS
                                                && sum(lots)
                                                        < Objects.requireNonNull(requests.get(key))
                                                                .draws();
                                    })
                            .toList();
        }
    }

    /** Returns the sessions to draw from whose open lots are not all loaded. */
    private static List<WalletSession> incomplete(
            LedgerSession ledger, Map<WalletKey, WalletRequest> requests) {
        return requests.entrySet().stream()
                .filter(request -> request.getValue().draws() > 0 && ledger.has(request.getKey()))
                .map(request -> ledger.of(request.getKey()))
                .filter(session -> session.lots().remaining() < session.available())
                .toList();
    }

    private Map<WalletKey, List<OpenLot>> firstLots(List<WalletSession> sessions, int limit) {
        var byId = sessions.stream().collect(toMap(session -> session.before().id(), it -> it));
        var first = new HashMap<WalletKey, List<OpenLot>>();
        graph.read(
                TO_DRAW,
                Map.of("walletIds", List.copyOf(byId.keySet()), "limit", limit),
                row -> {
                    var lot = Rows.map(row.get("lot"), PointsLot.class);
                    var session = Objects.requireNonNull(byId.get(lot.walletId()));
                    return first.computeIfAbsent(
                                    session.before().walletKey(), _ -> new ArrayList<>())
                            .add(session.lots().load(lot, false));
                });
        return first;
    }

    private static long sum(List<OpenLot> lots) {
        return lots.stream().mapToLong(OpenLot::remaining).sum();
    }
}
