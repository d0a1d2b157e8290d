package dev.grapevine.graph.ledger.session;

import static java.util.stream.Collectors.toMap;

import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.ledger.PointsLot;
import dev.grapevine.graph.ledger.WalletKey;

import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Loads the lots from which commands draw, in the order of their expiry. */
@Component
public class DrawableLotsLoader {

    /** How many lots one command may draw from. */
    static final int MAX_DRAWN = 5_000;

    private static final int FIRST_LOTS = 100;
    private static final CypherStatement TO_DRAW =
            CypherStatement.of(DrawableLotsLoader.class, "lots-to-draw");

    private final GraphClient graph;

    DrawableLotsLoader(GraphClient graph) {
        this.graph = graph;
    }

    /** Loads enough lots of each wallet to draw the requested points, or all that can be drawn. */
    public void load(LedgerSession ledger, Map<WalletKey, WalletRequest> request) {
        var limit = FIRST_LOTS;
        for (var drawn = drawn(ledger, request); !drawn.isEmpty(); limit *= 10) {
            var most = Math.min(limit, MAX_DRAWN);
            var first = firstLots(drawn, most);
            drawn =
                    drawn.stream()
                            .filter(
                                    session -> {
                                        var key = session.before().walletKey();
                                        var lots = first.getOrDefault(key, List.of());
                                        return lots.size() == most
                                                && most < MAX_DRAWN
                                                && sum(lots)
                                                        < Objects.requireNonNull(request.get(key))
                                                                .draws();
                                    })
                            .toList();
        }
    }

    /**
     * Sessions from which points are drawn; some of their lots may be loaded, but not the first.
     */
    private static List<WalletSession> drawn(
            LedgerSession ledger, Map<WalletKey, WalletRequest> request) {
        return request.entrySet().stream()
                .filter(draw -> draw.getValue().draws() > 0 && ledger.has(draw.getKey()))
                .map(draw -> ledger.of(draw.getKey()))
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
                    var lot = row.get("lot").as(PointsLot.class);
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
