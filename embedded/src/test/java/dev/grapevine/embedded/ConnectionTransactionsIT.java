package dev.grapevine.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.TransactionCallback;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.TransientException;

import java.util.Map;

/** Commit, rollback, access modes and errors. */
class ConnectionTransactionsIT extends ConnectionContract {

    @Test
    void commitsAStatementThatRunsAlone() {
        create();
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void commitsATransactionAsAWhole() {
        try (var session = driver.session();
                var transaction = session.beginTransaction()) {
            transaction.run("CREATE (:Thing {key: $key})", Map.of("key", key));
            transaction.run("CREATE (:Thing {key: $key})", Map.of("key", key)).consume();
            assertThat(count()).isZero();
            transaction.commit();
        }
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void rollsBackATransactionThatIsNotCommitted() {
        try (var session = driver.session();
                var transaction = session.beginTransaction()) {
            var seen =
                    transaction.run(
                            "CREATE (t:Thing {key: $key}) RETURN count(t)", Map.of("key", key));
            assertThat(seen.single().get(0).asInt()).isEqualTo(1);
        }
        assertThat(count()).isZero();
    }

    @Test
    void refusesToWriteInASessionForReading() {
        var reading = SessionConfig.builder().withDefaultAccessMode(AccessMode.READ).build();
        try (var session = driver.session(reading)) {
            var write = "CREATE (:Thing {key: '" + key + "'})";
            assertThat(code(() -> session.run(write).consume()))
                    .isEqualTo("Neo.ClientError.Statement.AccessMode");
            try (var transaction = session.beginTransaction()) {
                assertThat(code(() -> transaction.run(write).consume()))
                        .isEqualTo("Neo.ClientError.Statement.AccessMode");
            }
        }
        assertThat(count()).isZero();
    }

    @Test
    void namesTheErrorByItsCodeAndGoesOn() {
        try (var session = driver.session()) {
            assertThat(code(() -> session.run("RETRUN 1").consume()))
                    .isEqualTo("Neo.ClientError.Statement.SyntaxError");
            assertThat(code(() -> session.run("RETURN $missing").consume()))
                    .isEqualTo("Neo.ClientError.Statement.ParameterMissing");
            assertThat(code(() -> session.run("RETURN 1 / 0").list()))
                    .isEqualTo("Neo.ClientError.Statement.ArithmeticError");
            assertThat(session.run("RETURN 1").single().get(0).asInt()).isEqualTo(1);
        }
        var elsewhere = SessionConfig.forDatabase("elsewhere");
        try (var session = driver.session(elsewhere)) {
            assertThat(code(() -> session.run("RETURN 1").consume()))
                    .isEqualTo("Neo.ClientError.Database.DatabaseNotFound");
        }
    }

    @Test
    void rollsBackATransactionInWhichAStatementFailed() {
        try (var session = driver.session();
                var transaction = session.beginTransaction()) {
            transaction.run("CREATE (:Thing {key: $key})", Map.of("key", key)).consume();
            assertThat(code(() -> transaction.run("RETURN 1 / 0").list()))
                    .isEqualTo("Neo.ClientError.Statement.ArithmeticError");
            assertThatThrownBy(() -> transaction.run("RETURN 1").list())
                    .isInstanceOf(Neo4jException.class);
            assertThatThrownBy(transaction::commit).isInstanceOf(Neo4jException.class);
        }
        assertThat(count()).isZero();
    }

    @Test
    void refusesAValueThatIsNotUnique() {
        var statement = "CREATE (:Thing {unique: '" + key + "'})";
        try (var session = driver.session()) {
            session.run(statement).consume();
            assertThat(code(() -> session.run(statement).consume()))
                    .isEqualTo("Neo.ClientError.Schema.ConstraintValidationFailed");
        }
    }

    @Test
    void commitsInsideAStatementThatAsksForIt() {
        try (var session = driver.session()) {
            session.run(
                            "UNWIND range(1, 25) AS n CALL (n) { CREATE (:Thing {key: $key}) }"
                                    + " IN TRANSACTIONS OF 10 ROWS",
                            Map.of("key", key))
                    .consume();
        }
        assertThat(count()).isEqualTo(25);
    }

    @Test
    void retriesAManagedTransactionAfterATransientError() {
        try (var session = driver.session()) {
            var tries =
                    session.executeWrite(
                            new TransactionCallback<Integer>() {
                                int tries;

                                @Override
                                public Integer execute(TransactionContext it) {
                                    it.run("CREATE (:Thing {key: $key})", Map.of("key", key));
                                    if (++tries < 2) {
                                        throw new TransientException("Neo.TransientError", "No");
                                    }
                                    return tries;
                                }
                            });
            assertThat(tries).isEqualTo(2);
        }
        assertThat(count()).isEqualTo(1);
    }
}
