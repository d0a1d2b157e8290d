package dev.grapevine.graph.ledger.audit;

import dev.grapevine.graph.kernel.Times;
import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.kernel.database.Rows;
import dev.grapevine.graph.ledger.EntryTime;

import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Report of the points that a brand owes its customers, by age, added up in pages of wallets. */
@Component
class LiabilityReport {

    private static final CypherStatement WALLETS =
            CypherStatement.of(LiabilityReport.class, "wallet-ids-of-brand");
    private static final CypherStatement LOTS =
            CypherStatement.of(LiabilityReport.class, "lots-by-day");
    private static final List<Integer> BANDS = List.of(0, 31, 91, 181, 366);
    private static final int WALLETS_PER_PAGE = 2_000;

    private final GraphClient graph;
    private final Times times;

    LiabilityReport(GraphClient graph, Times times) {
        this.graph = graph;
        this.times = times;
    }

    private record Day(LocalDate day, long amount, long lots) {}

    private record Sum(long amount, long lots) {
        Sum plus(Sum other) {
            return new Sum(amount + other.amount, lots + other.lots);
        }
    }

    List<LedgerAudit.LiabilityBand> of(String brandId, String currency, EntryTime by) {
        var sums = new TreeMap<Integer, Sum>();
        BANDS.forEach(from -> sums.put(from, new Sum(0, 0)));
        var page = page(brandId, "");
        while (!page.isEmpty()) {
            for (var day : days(page, currency, by)) {
                var age = (int) ChronoUnit.DAYS.between(day.day(), times.now().toLocalDate());
                var band = sums.floorKey(Math.max(0, age));
                sums.merge(band, new Sum(day.amount(), day.lots()), Sum::plus);
            }
            page = page(brandId, page.getLast());
        }
        var bands = new ArrayList<LedgerAudit.LiabilityBand>();
        sums.forEach(
                (from, sum) ->
                        bands.add(
                                new LedgerAudit.LiabilityBand(
                                        from, sums.higherKey(from), sum.amount(), sum.lots())));
        return bands;
    }

    private List<String> page(String brandId, String after) {
        return graph.read(
                WALLETS,
                Map.of("brandId", brandId, "after", after, "limit", WALLETS_PER_PAGE),
                row -> row.get("id").asString());
    }

    private List<Day> days(List<String> walletIds, String currency, EntryTime by) {
        return graph.read(
                LOTS,
                Map.of(
                        "walletIds",
                        walletIds,
                        "currency",
                        currency,
                        "now",
                        times.now(),
                        "isEffective",
                        by == EntryTime.EFFECTIVE),
                Rows.to(Day.class));
    }
}
