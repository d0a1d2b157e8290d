package dev.grapevine.api.ledger;

import dev.grapevine.api.kernel.Arguments;
import dev.grapevine.api.kernel.Connection;
import dev.grapevine.api.kernel.InvalidArgument;
import dev.grapevine.api.kernel.Loader;
import dev.grapevine.api.kernel.Loaders;
import dev.grapevine.api.kernel.Paging;
import dev.grapevine.graph.kernel.Page;
import dev.grapevine.graph.kernel.PageRequest;
import dev.grapevine.graph.kernel.Times;
import dev.grapevine.graph.ledger.EntryTime;
import dev.grapevine.graph.ledger.PointsEntry;
import dev.grapevine.graph.ledger.Wallet;
import dev.grapevine.graph.ledger.statement.Statement;
import dev.grapevine.graph.ledger.statement.Statements;

import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Resolves {@code Wallet.statement}: balances and entries of a period. */
@Controller
class StatementController {

    private final Loader<StatementArguments, Statement> statements;
    private final Loader<PeriodPage, Page<PointsEntry>> entries;

    StatementController(Statements statements, Loaders loaders) {
        this.statements =
                loaders.register(
                        "Wallet.statement",
                        (ids, arguments) ->
                                statements.statements(ids, arguments.period(), arguments.by()));
        this.entries =
                loaders.register(
                        "Statement.entries",
                        (ids, periodPage) ->
                                statements.entries(
                                        ids,
                                        periodPage.of().period(),
                                        periodPage.of().by(),
                                        periodPage.page()));
    }

    /** Period of a statement, and the time by which entries belong to it. */
    private record StatementArguments(Statement.Period period, EntryTime by) {}

    /** A page of the entries of a statement. */
    private record PeriodPage(StatementArguments of, PageRequest page) {}

    @SchemaMapping(typeName = "Wallet", field = "statement")
    CompletableFuture<Statement> statement(
            Wallet wallet,
            @Argument @Nullable OffsetDateTime from,
            @Argument @Nullable OffsetDateTime until,
            @Argument EntryTime by,
            DataFetchingEnvironment environment) {
        var arguments = new StatementArguments(period(from, until), by);
        return statements.load(environment, wallet.id(), arguments);
    }

    private static Statement.Period period(
            @Nullable OffsetDateTime from, @Nullable OffsetDateTime until) {
        var start = from == null ? Times.EARLIEST : Arguments.time("from", from);
        var end = until == null ? Times.LATEST : Arguments.time("until", until);
        if (!start.isBefore(end)) {
            throw new InvalidArgument("from " + from + " is not before until " + until + ".");
        }
        return new Statement.Period(start, end);
    }

    @SchemaMapping(typeName = "Statement", field = "entryCount")
    long entryCount(Statement statement) {
        return statement.entries();
    }

    @SchemaMapping(typeName = "LateEntries", field = "entryCount")
    long entryCount(Statement.Late late) {
        return late.entries();
    }

    @SchemaMapping(typeName = "Statement", field = "entries")
    CompletableFuture<Connection<Connection.Edge<PointsEntry>>> entries(
            Statement statement, DataFetchingEnvironment environment) {
        var period = statement.period();
        var filters = Map.of("from", period.from(), "until", period.until(), "by", statement.by());
        var list = Paging.of(environment, statement.walletId(), filters);
        return entries.load(
                        environment,
                        statement.walletId(),
                        new PeriodPage(new StatementArguments(period, statement.by()), list.page()))
                .thenApply(
                        page ->
                                list.connection(page, PointsEntry::cursor)
                                        .withTotalCount(statement.entries()));
    }
}
