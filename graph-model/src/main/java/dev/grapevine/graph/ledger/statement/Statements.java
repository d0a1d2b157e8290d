package dev.grapevine.graph.ledger.statement;

import static java.util.stream.Collectors.toMap;

import dev.grapevine.graph.kernel.Cursor;
import dev.grapevine.graph.kernel.Page;
import dev.grapevine.graph.kernel.PageRequest;
import dev.grapevine.graph.kernel.Times;
import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.kernel.database.Rows;
import dev.grapevine.graph.ledger.EntryTime;
import dev.grapevine.graph.ledger.PointsEntry;
import dev.grapevine.graph.ledger.PointsLot;

import org.springframework.stereotype.Component;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Reader of balances and statements of wallets at past times. Each method costs one round trip, and
 * a few seeks in indexes however long the history is; only entries out of order are added up.
 */
@Component
public class Statements {

    private static final CypherStatement SUMS = CypherStatement.of(Statements.class, "sums-as-of");
    private static final CypherStatement BOOKED =
            CypherStatement.of(Statements.class, "entries-booked");
    private static final CypherStatement EFFECTIVE =
            CypherStatement.of(Statements.class, "entries-effective");

    private final GraphClient graph;

    Statements(GraphClient graph) {
        this.graph = graph;
    }

    /** Entries of a wallet that took effect before a time and were booked before another. */
    private record Point(
            String walletId, OffsetDateTime effectiveBefore, OffsetDateTime bookedBefore) {

        static Point before(String walletId, OffsetDateTime time, EntryTime by) {
            return by == EntryTime.EFFECTIVE
                    ? new Point(walletId, time, PointsLot.NEVER)
                    : new Point(walletId, PointsLot.NEVER, time);
        }
    }

    /** Sums over the entries up to a point. */
    private record Sums(long balance, long totalCredited, long entries) {

        Sums minus(Sums other) {
            return new Sums(
                    balance - other.balance,
                    totalCredited - other.totalCredited,
                    entries - other.entries);
        }

        long totalDebited() {
            return totalCredited - balance;
        }

        Statement.Late late() {
            return new Statement.Late(entries, totalCredited, totalDebited());
        }
    }

    /** Points at which the sums of a statement are read. */
    private record Points(String walletId, Point start, Point end, Point lateStart, Point lateEnd) {

        static Points of(String walletId, Statement.Period period, EntryTime by) {
            var from = period.from();
            var until = period.until();
            return new Points(
                    walletId,
                    Point.before(walletId, from, by),
                    Point.before(walletId, until, by),
                    new Point(walletId, from, by == EntryTime.EFFECTIVE ? until : from),
                    new Point(walletId, by == EntryTime.EFFECTIVE ? until : from, until));
        }

        List<Point> all() {
            return List.of(start, end, lateStart, lateEnd);
        }

        Statement statement(Statement.Period period, EntryTime by, Function<Point, Sums> sumsAt) {
            var opening = sumsAt.apply(start);
            var closing = sumsAt.apply(end);
            var sums = closing.minus(opening);
            var inTime = sumsAt.apply(lateEnd).minus(sumsAt.apply(lateStart));
            return new Statement(
                    walletId,
                    period,
                    by,
                    opening.balance(),
                    sums.totalCredited(),
                    sums.totalDebited(),
                    closing.balance(),
                    sums.entries(),
                    (by == EntryTime.EFFECTIVE ? sums.minus(inTime) : inTime).late());
        }
    }

    /**
     * Returns the available points at a time, inclusive, by wallet id. A future time yields the
     * current balance.
     */
    public Map<String, Long> balancesAt(
            Collection<String> walletIds, OffsetDateTime at, EntryTime by) {
        var before = Times.utc(at).plusNanos(1_000_000);
        var points = walletIds.stream().map(id -> Point.before(id, before, by)).toList();
        return sums(points).entrySet().stream()
                .collect(toMap(it -> it.getKey().walletId(), it -> it.getValue().balance()));
    }

    /** Returns the statement of each wallet for a period, by wallet id. */
    public Map<String, Statement> statements(
            Collection<String> walletIds, Statement.Period period, EntryTime by) {
        var points = walletIds.stream().map(id -> Points.of(id, period, by)).toList();
        var sums = sums(points.stream().flatMap(it -> it.all().stream()).distinct().toList());
        return points.stream()
                .map(
                        it ->
                                it.statement(
                                        period,
                                        by,
                                        point -> Objects.requireNonNull(sums.get(point))))
                .collect(toMap(Statement::walletId, statement -> statement));
    }

    private Map<Point, Sums> sums(List<Point> points) {
        return graph
                .read(
                        SUMS,
                        Map.of("points", points),
                        row -> Map.entry(Rows.map(row, Point.class), Rows.map(row, Sums.class)))
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Returns a page of the entries of each wallet in a period, oldest first, by wallet id. */
    public Map<String, Page<PointsEntry>> entries(
            Collection<String> walletIds,
            Statement.Period period,
            EntryTime by,
            PageRequest request) {
        return Page.each(
                graph,
                by == EntryTime.EFFECTIVE ? EFFECTIVE : BOOKED,
                walletIds,
                new PageRequest(request.first(), request.after(), period.parameters()),
                Cursor.LOWEST,
                Rows.to(PointsEntry.class, "entry"));
    }
}
