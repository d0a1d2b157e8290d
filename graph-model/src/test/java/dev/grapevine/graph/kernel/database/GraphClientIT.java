package dev.grapevine.graph.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapevine.graph.kernel.command.NotFound;
import dev.grapevine.graph.kernel.command.Rejection;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.testing.GraphTest;

import org.junit.jupiter.api.Test;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.TransientException;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

@GraphTest
class GraphClientIT {

    private static final CypherStatement NOTE =
            new CypherStatement("test/note", "CREATE (note:Note {text: $text}) RETURN note");
    private static final CypherStatement NOTES =
            new CypherStatement(
                    "test/notes", "MATCH (note:Note {text: $text}) RETURN count(note) AS notes");
    private static final CypherStatement WRONG = new CypherStatement("test/wrong", "RETURN 1 / 0");
    private static final Rejection UNKNOWN = new NotFound("Customer", "grace", "customer");

    @Autowired GraphClient graph;

    final String text = UUID.randomUUID().toString();

    @Test
    void keepsWhatWasDone() {
        assertThat(graph.transact(() -> Result.success(note()))).isEqualTo(Result.success(1));
        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void rollsBackWhatWasRefused() {
        var result =
                graph.transact(
                        () -> {
                            note();
                            assertThat(notes()).isEqualTo(1);
                            return Result.rejected(UNKNOWN);
                        });
        assertThat(result).isEqualTo(Result.rejected(UNKNOWN));
        assertThat(notes()).isZero();
    }

    @Test
    void keepsWhatARefusalForEverHasWritten() {
        graph.transact(
                () -> {
                    note();
                    return Result.rejectedFinally(UNKNOWN);
                });
        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void rollsBackWhatFailed() {
        assertThatThrownBy(
                        () ->
                                graph.inOneTransaction(
                                        () -> {
                                            note();
                                            throw new IllegalStateException("A bug");
                                        }))
                .hasMessage("A bug");
        assertThat(notes()).isZero();
    }

    @Test
    void rollsBackWhatWasWrittenBeforeAStatementThatFails() {
        assertThatThrownBy(
                        () ->
                                graph.inOneTransaction(
                                        () -> {
                                            note();
                                            return graph.write(WRONG, Map.of(), row -> row);
                                        }))
                .hasStackTraceContaining("/ by zero");
        assertThat(notes()).isZero();
    }

    @Test
    void joinsATransactionInsideATransaction() {
        graph.transact(
                () -> {
                    graph.inOneTransaction(this::note);
                    graph.transact(() -> Result.success(note()));
                    return Result.rejected(UNKNOWN);
                });
        assertThat(notes()).isZero();
    }

    @Test
    void triesWorkAgainThatFailsForAPassingReasonAndKeepsOneEffect() {
        var tries = new AtomicInteger();
        graph.inOneTransaction(
                () -> {
                    note();
                    if (tries.incrementAndGet() < 3) {
                        throw new TransientException(
                                "Neo.TransientError.Transaction.DeadlockDetected", "A deadlock");
                    }
                    return tries;
                });
        assertThat(tries).hasValue(3);
        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void saysThatTheDatabaseIsBusyWhenTheReasonDoesNotPass() {
        var tries = new AtomicInteger();
        assertThatThrownBy(
                        () ->
                                graph.inOneTransaction(
                                        () -> {
                                            tries.incrementAndGet();
                                            throw new TransientException(
                                                    "Neo.TransientError.Transaction.DeadlockDetected",
                                                    "A deadlock");
                                        }))
                .isInstanceOf(GraphBusy.class);
        assertThat(tries).hasValue(5);
    }

    @Test
    void isRefusedAnyWriteByTheServerWhenItReads() {
        assertThatThrownBy(() -> graph.read(NOTE, Map.of("text", text), row -> row))
                .isInstanceOfSatisfying(
                        Neo4jException.class,
                        refused ->
                                assertThat(refused.code())
                                        .isEqualTo("Neo.ClientError.Statement.AccessMode"));
        assertThat(notes()).isZero();
    }

    @Test
    void readsWhatItHasJustWritten() {
        graph.write(NOTE, Map.of("text", text));
        assertThat(notes()).isEqualTo(1);
        assertThat(graph.callRepository(this::notes)).isEqualTo(1);
    }

    private int note() {
        return graph.write(NOTE, Map.of("text", text), row -> row).size();
    }

    private int notes() {
        return graph.read(NOTES, Map.of("text", text), row -> row.get("notes").asInt()).stream()
                .reduce(0, Integer::sum);
    }
}
