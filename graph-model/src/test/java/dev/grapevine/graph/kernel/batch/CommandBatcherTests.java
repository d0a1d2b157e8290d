package dev.grapevine.graph.kernel.batch;

import static dev.grapevine.graph.testing.TestBrand.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapevine.graph.kernel.database.GraphBusy;
import dev.grapevine.graph.kernel.database.GraphUnavailable;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Command batcher with gated work, so that a test determines the content of the batches. */
@Timeout(60)
class CommandBatcherTests {

    private static final Duration SHORT = Duration.ofMillis(50);

    final GatedWork<String> gated = new GatedWork<>();

    /** Commands of the batches that did not fail. */
    final List<String> effects = new ArrayList<>();

    private CommandBatcher<String, String> oneQueue(Function<List<String>, List<String>> work) {
        return oneQueue(256, 5_000, GatedWork.LONG, command -> command, work);
    }

    private CommandBatcher<String, String> oneQueue(
            int largestBatch,
            int largestQueue,
            Duration timeout,
            Function<String, Object> identity,
            Function<List<String>, List<String>> work) {
        var properties = new BatchProperties(1, largestBatch, largestBatch, largestQueue, timeout);
        return GatedWork.builder(properties).create("test", _ -> 0, identity, work);
    }

    private List<String> answer(List<String> batch) {
        gated.note(batch);
        effects.addAll(batch);
        return batch.stream().map(command -> command + "!").toList();
    }

    /** Queues commands while the first one waits at the gate, then opens the gate. */
    private List<Supplier<String>> gather(
            CommandBatcher<String, String> batcher, List<String> commands) {
        var first = batcher.submit(List.of("first"));
        GatedWork.await(gated.begun);
        var others = batcher.submit(commands);
        gated.open();
        assertThat(first.getFirst().get()).isEqualTo("first!");
        return others;
    }

    private static List<String> results(List<Supplier<String>> waiting) {
        return waiting.stream().map(Supplier::get).toList();
    }

    private static List<String> commands(int count) {
        return IntStream.range(0, count).mapToObj(number -> "c" + number).toList();
    }

    @Test
    void carriesOutInOneBatchWhatHasGatheredMeanwhile() {
        var results = results(gather(oneQueue(this::answer), List.of("a", "b", "c")));
        assertThat(results).containsExactly("a!", "b!", "c!");
        assertThat(gated.batches).containsExactly(List.of("first"), List.of("a", "b", "c"));
    }

    @Test
    void putsNoMoreIntoABatchThanFitsAndKeepsTheOrder() {
        var batcher = oneQueue(4, 5_000, GatedWork.LONG, command -> command, this::answer);
        results(gather(batcher, commands(10)));
        assertThat(gated.batches)
                .containsExactly(
                        List.of("first"),
                        commands(10).subList(0, 4),
                        commands(10).subList(4, 8),
                        commands(10).subList(8, 10));
    }

    @Test
    void singleCommandsOvertakeALargeSubmission() throws Exception {
        var properties = new BatchProperties(1, 256, 4, 5_000, GatedWork.LONG);
        var batcher =
                GatedWork.builder(properties)
                        .create("test", _ -> 0, command -> command, this::answer);
        var first = batcher.submit(List.of("first"));
        GatedWork.await(gated.begun);
        var submitted = batcher.submit(commands(6));
        var singles = List.of("s1", "s2", "s3", "s4", "s5", "s6");
        var callers =
                singles.stream()
                        .map(single -> Thread.startVirtualThread(() -> batcher.run(single)))
                        .toList();
        for (var caller : callers) {
            while (caller.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
        }
        gated.open();
        results(first);
        results(submitted);
        for (var caller : callers) {
            caller.join();
        }
        assertThat(gated.batches).hasSize(3);
        assertThat(gated.batches.get(1).subList(0, 6)).containsExactlyInAnyOrderElementsOf(singles);
        assertThat(gated.batches.get(1).subList(6, 10)).isEqualTo(commands(6).subList(0, 4));
        assertThat(gated.batches.get(2)).isEqualTo(commands(6).subList(4, 6));
    }

    @Test
    void neverPutsEqualIdentitiesIntoOneBatch() {
        var batcher =
                oneQueue(
                        256,
                        5_000,
                        GatedWork.LONG,
                        command -> command.substring(0, 1),
                        this::answer);
        var results = results(gather(batcher, List.of("a1", "a2", "b1", "a3", "b2")));
        assertThat(results).containsExactly("a1!", "a2!", "b1!", "a3!", "b2!");
        assertThat(gated.batches)
                .containsExactly(
                        List.of("first"), List.of("a1", "b1"), List.of("a2", "b2"), List.of("a3"));
    }

    @ParameterizedTest
    @CsvSource({"1,0", "2,0", "2,1", "3,1", "8,0", "8,7", "9,4", "16,11", "100,63"})
    void splitsABatchUntilTheCommandThatFailsIsAlone(int size, int index) {
        var commands = commands(size);
        var bad = commands.get(index);
        var failure = new IllegalArgumentException(bad);
        var waiting =
                gather(
                        oneQueue(
                                batch -> {
                                    if (batch.contains(bad)) {
                                        throw failure;
                                    }
                                    return answer(batch);
                                }),
                        commands);
        for (var i = 0; i < size; i++) {
            var one = waiting.get(i);
            if (i == index) {
                assertThatThrownBy(one::get).isSameAs(failure);
            } else {
                assertThat(one.get()).isEqualTo(commands.get(i) + "!");
            }
        }
        assertThat(effects)
                .containsExactlyElementsOf(
                        Stream.concat(Stream.of("first"), commands.stream())
                                .filter(command -> !command.equals(bad))
                                .toList());
    }

    @Test
    void failsEachThatFailsAndNoOther() {
        var bad = Set.of("c1", "c2", "c6");
        var waiting =
                gather(
                        oneQueue(
                                batch -> {
                                    batch.stream()
                                            .filter(bad::contains)
                                            .forEach(
                                                    command -> {
                                                        throw new IllegalStateException(command);
                                                    });
                                    return answer(batch);
                                }),
                        commands(8));
        for (var i = 0; i < 8; i++) {
            var one = waiting.get(i);
            if (bad.contains("c" + i)) {
                assertThatThrownBy(one::get).hasMessage("c" + i);
            } else {
                assertThat(one.get()).isEqualTo("c" + i + "!");
            }
        }
    }

    @Test
    void failsAllByAnOutageAndServesWhoComesAfterIt() {
        var isOut = new AtomicBoolean(true);
        var tries = new AtomicInteger();
        var batcher =
                oneQueue(
                        batch -> {
                            if (!batch.contains("first") && isOut.get()) {
                                tries.incrementAndGet();
                                throw new GraphUnavailable(new IllegalStateException("down"));
                            }
                            return answer(batch);
                        });
        assertThat(gather(batcher, commands(8)))
                .allSatisfy(
                        one -> assertThatThrownBy(one::get).isInstanceOf(GraphUnavailable.class));
        assertThat(tries).hasValue(1);
        isOut.set(false);
        assertThat(batcher.run("after")).isEqualTo("after!");
    }

    @Test
    void splitsWhatADatabaseIsTooBusyForTogether() {
        var batcher =
                oneQueue(
                        batch -> {
                            if (batch.size() > 2) {
                                throw new GraphBusy(new IllegalStateException("locked"));
                            }
                            return answer(batch);
                        });
        assertThat(results(gather(batcher, commands(8)))).hasSize(8).endsWith("c7!");
        assertThat(gated.batches).allMatch(batch -> batch.size() <= 2);
    }

    /** The ratio of the defaults: a transaction may take 1.4 s, a command waits 1.5 s. */
    @Test
    void executesAllOthersIfOneCommandIsBusyForAWholeTransaction() {
        var patience = Duration.ofMillis(1_000);
        var batcher =
                oneQueue(
                        256,
                        5_000,
                        patience,
                        command -> command,
                        batch -> {
                            if (batch.contains("c3")) {
                                sleep(patience.multipliedBy(9).dividedBy(10));
                                throw new GraphBusy(new IllegalStateException("locked"));
                            }
                            return answer(batch);
                        });
        var others = new ArrayList<>(gather(batcher, commands(64)));
        assertThatThrownBy(others.remove(3)::get).isInstanceOf(GraphBusy.class);
        assertThat(results(others)).hasSize(63).startsWith("c0!").endsWith("c63!");
    }

    @Test
    void executesARepeatedCommandWhoseFirstCallerHasGivenUp() {
        var patience = Duration.ofMillis(300);
        var batcher =
                oneQueue(256, 5_000, patience, command -> command.substring(0, 1), this::answer);
        var first = batcher.submit(List.of("first"));
        GatedWork.await(gated.begun);
        var givenUp = batcher.submit(List.of("a1")).getFirst();
        assertThatThrownBy(givenUp::get).isInstanceOf(GraphBusy.class);
        var repeated = batcher.submit(List.of("a2")).getFirst();
        gated.open();
        assertThat(first.getFirst().get()).isEqualTo("first!");
        assertThat(repeated.get()).isEqualTo("a2!");
        assertThat(effects).containsExactly("first", "a2");
    }

    @Test
    void failsAllWhereTheDatabaseStaysBusyForTwiceThePatience() {
        var tries = new AtomicInteger();
        var second = new CountDownLatch(1);
        var batcher =
                oneQueue(
                        256,
                        5_000,
                        SHORT,
                        command -> command,
                        batch -> {
                            if (batch.contains("first")) {
                                return answer(batch);
                            }
                            tries.incrementAndGet();
                            second.countDown();
                            sleep(SHORT.multipliedBy(3));
                            throw new GraphBusy(new IllegalStateException("locked"));
                        });
        var waiting = batcher.submit(List.of("first"));
        GatedWork.await(gated.begun);
        var others = batcher.submit(commands(8));
        gated.open();
        GatedWork.await(second);
        assertThat(waiting.getFirst().get()).isEqualTo("first!");
        assertThat(others)
                .allSatisfy(one -> assertThatThrownBy(one::get).isInstanceOf(GraphBusy.class));
        assertThat(tries).hasValue(1);
    }

    @Test
    void tellsWhoHasWaitedTooLongAndDoesNotCarryItOut() {
        var batcher = oneQueue(256, 5_000, SHORT, command -> command, this::answer);
        var first = batcher.submit(List.of("first"));
        GatedWork.await(gated.begun);
        assertThatThrownBy(() -> batcher.run("late")).isInstanceOf(GraphBusy.class);
        gated.open();
        assertThat(first.getFirst().get()).isEqualTo("first!");
        assertThat(batcher.run("after")).isEqualTo("after!");
        assertThat(effects).containsExactly("first", "after");
    }

    @Test
    void waitsForWhatHasBegunHoweverLongItTakes() {
        var batcher = oneQueue(256, 5_000, SHORT, command -> command, this::answer);
        var first = batcher.submit(List.of("first"));
        GatedWork.await(gated.begun);
        Thread.startVirtualThread(
                () -> {
                    sleep(SHORT.multipliedBy(4));
                    gated.open();
                });
        assertThat(first.getFirst().get()).isEqualTo("first!");
    }

    @Test
    void refusesAtOnceWhatAFullQueueCannotTake() {
        var batcher = oneQueue(256, 3, GatedWork.LONG, command -> command, this::answer);
        var first = batcher.submit(List.of("first"));
        GatedWork.await(gated.begun);
        var others = batcher.submit(commands(3));
        assertThatThrownBy(batcher.submit(List.of("one too many")).getFirst()::get)
                .isInstanceOf(GraphBusy.class)
                .hasCauseInstanceOf(RejectedExecutionException.class);
        gated.open();
        assertThat(first.getFirst().get()).isEqualTo("first!");
        assertThat(results(others)).containsExactly("c0!", "c1!", "c2!");
        assertThat(batcher.run("after")).isEqualTo("after!");
        assertThat(effects).doesNotContain("one too many");
    }

    @Test
    void removesTheCommandOfAWaiterWhoIsInterrupted() throws Exception {
        var batcher = oneQueue(this::answer);
        var first = batcher.submit(List.of("first"));
        GatedWork.await(gated.begun);
        var failure = new AtomicReference<Throwable>();
        var isInterrupted = new AtomicBoolean();
        var waiter =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    try {
                                        Thread.currentThread().interrupt();
                                        batcher.run("given up");
                                    } catch (GraphBusy e) {
                                        failure.set(e);
                                        isInterrupted.set(Thread.currentThread().isInterrupted());
                                    }
                                });
        waiter.join();
        gated.open();
        assertThat(first.getFirst().get()).isEqualTo("first!");
        assertThat(batcher.run("after")).isEqualTo("after!");
        assertThat(failure.get()).hasCauseInstanceOf(InterruptedException.class);
        assertThat(isInterrupted).isTrue();
        assertThat(effects).containsExactly("first", "after");
    }

    @Test
    void wrapsAnErrorAndGoesOn() {
        var batcher =
                oneQueue(
                        batch -> {
                            if (batch.contains("bad")) {
                                throw new StackOverflowError();
                            }
                            return answer(batch);
                        });
        var waiting = gather(batcher, List.of("bad", "good"));
        assertThatThrownBy(waiting.getFirst()::get)
                .isInstanceOf(IllegalStateException.class)
                .hasCauseInstanceOf(StackOverflowError.class);
        assertThat(waiting.getLast().get()).isEqualTo("good!");
    }

    @Test
    void carriesOutDifferentPlacesSideBySide() {
        var both = new CountDownLatch(2);
        var batcher =
                GatedWork.builder(new BatchProperties(2, 256, 256, 5_000, GatedWork.LONG))
                        .<Integer, Integer>create(
                                "test",
                                index -> index,
                                index -> index,
                                batch -> {
                                    both.countDown();
                                    GatedWork.await(both);
                                    return batch;
                                });
        assertThat(batcher.submit(List.of(0, 1)).stream().map(Supplier::get)).containsExactly(0, 1);
    }

    @Test
    void neverCarriesOutTwoBatchesWithTheSamePlaceAtOnce() throws Exception {
        var busy = ConcurrentHashMap.<Integer>newKeySet();
        var batcher =
                GatedWork.builder(new BatchProperties(4, 8, 8, 5_000, GatedWork.LONG))
                        .<Integer, Integer>create(
                                "test",
                                number -> number % 10,
                                number -> number,
                                batch -> {
                                    var places = Set.copyOf(places(batch));
                                    places.forEach(index -> assertThat(busy.add(index)).isTrue());
                                    Thread.yield();
                                    busy.removeAll(places);
                                    return batch;
                                });
        var work =
                IntStream.range(0, 2_000)
                        .<Callable<Integer>>mapToObj(number -> () -> batcher.run(number))
                        .toList();
        assertThat(race(work))
                .containsExactlyElementsOf(IntStream.range(0, 2_000).boxed().toList());
    }

    private static List<Integer> places(List<Integer> batch) {
        return batch.stream().map(number -> number % 10).toList();
    }

    @Test
    void measuresHowLargeBatchesWere() {
        var meters = new SimpleMeterRegistry();
        var batcher =
                GatedWork.builder(new BatchProperties(1, 256, 256, 5_000, GatedWork.LONG), meters)
                        .create("test", _ -> 0, command -> command, this::answer);
        results(gather(batcher, commands(7)));
        var sizes = meters.get("grapevine.batch.size").tag("queue", "test").summary();
        assertThat(sizes.count()).isEqualTo(2);
        assertThat(sizes.max()).isEqualTo(7);
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
