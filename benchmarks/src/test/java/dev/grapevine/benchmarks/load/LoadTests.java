package dev.grapevine.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.concurrent.atomic.AtomicInteger;

/** Number of calls and counting of failures. */
class LoadTests {

    @Test
    void makesExactlySoManyCallsWhateverTheNumberOfCallers() {
        var calls = new AtomicInteger();

        var figures =
                Load.run(
                        1_000,
                        7,
                        _ ->
                                () -> {
                                    calls.incrementAndGet();
                                    return 3;
                                });

        assertThat(calls).hasValue(1_000);
        assertThat(figures.operations()).isEqualTo(3_000);
        assertThat(figures.failures()).isZero();
    }

    @Test
    void countsACallThatFailsAndGoesOn() {
        var calls = new AtomicInteger();

        var figures =
                Load.run(
                        100,
                        4,
                        _ ->
                                () -> {
                                    if (calls.incrementAndGet() % 10 == 0) {
                                        throw new IllegalArgumentException("every tenth");
                                    }
                                    return 1;
                                });

        assertThat(figures.operations()).isEqualTo(90);
        assertThat(figures.failures()).isEqualTo(10);
        assertThat(figures.firstFailure()).contains("every tenth");
    }

    @Test
    void measuresHowLongACallTakes() {
        var figures =
                Load.run(
                        20,
                        2,
                        _ ->
                                () -> {
                                    Thread.sleep(20);
                                    return 1;
                                });

        assertThat(figures.p50()).isGreaterThanOrEqualTo(19);
        assertThat(figures.perSecond()).isLessThan(110);
    }
}
