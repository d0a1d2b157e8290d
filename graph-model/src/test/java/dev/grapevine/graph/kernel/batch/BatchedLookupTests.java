package dev.grapevine.graph.kernel.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapevine.graph.kernel.database.GraphUnavailable;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.IntStream;

@Timeout(60)
class BatchedLookupTests {

    final GatedWork<Integer> gated = new GatedWork<>();

    /** Look-up that finds a value for keys below 100: the key and the number of the look-up. */
    private Map<Integer, String> names(Collection<Integer> keys) {
        gated.note(keys.stream().sorted().toList());
        var lookUp = gated.batches.size();
        var found = new HashMap<Integer, String>();
        keys.stream()
                .filter(key -> key < 100)
                .forEach(key -> found.put(key, key + " in " + lookUp));
        return found;
    }

    private BatchedLookup<Integer, String> lookup(
            Function<Collection<Integer>, Map<Integer, String>> find) {
        return GatedWork.builder(new BatchProperties(1, 256, 256, 5_000, GatedWork.LONG))
                .lookup("test", find);
    }

    /** Starts a look-up on a new thread and returns when it waits in the queue. */
    private static CompletableFuture<Map<Integer, String>> ask(
            BatchedLookup<Integer, String> lookup, Collection<Integer> keys) throws Exception {
        var asking = new CompletableFuture<Thread>();
        Executor own = work -> asking.complete(Thread.ofVirtual().unstarted(work));
        var answer = CompletableFuture.supplyAsync(() -> lookup.find(keys), own);
        var thread = asking.get();
        thread.start();
        while (thread.getState() != Thread.State.TIMED_WAITING && !answer.isDone()) {
            Thread.sleep(1);
        }
        return answer;
    }

    @Test
    void mergesQuestionsThatAreAskedMeanwhileAndAnswersEachItsOwn() throws Exception {
        var lookup = lookup(this::names);
        var first = ask(lookup, List.of(1));
        GatedWork.await(gated.begun);
        var one = ask(lookup, List.of(2, 3));
        var other = ask(lookup, Set.of(3, 4));
        var same = ask(lookup, List.of(3, 4));
        gated.open();
        assertThat(first.get()).isEqualTo(Map.of(1, "1 in 1"));
        assertThat(one.get()).isEqualTo(Map.of(2, "2 in 2", 3, "3 in 2"));
        assertThat(other.get()).isEqualTo(Map.of(3, "3 in 2", 4, "4 in 2")).isEqualTo(same.get());
        assertThat(gated.batches).containsExactly(List.of(1), List.of(2, 3, 4));
    }

    @Test
    void readsAgainForWhoAsksWhileTheSameIsBeingRead() throws Exception {
        var lookup = lookup(this::names);
        var first = ask(lookup, List.of(1));
        GatedWork.await(gated.begun);
        var second = ask(lookup, List.of(1));
        gated.open();
        assertThat(first.get()).isEqualTo(Map.of(1, "1 in 1"));
        assertThat(second.get()).isEqualTo(Map.of(1, "1 in 2"));
    }

    @Test
    void answersNothingForWhatIsNotThere() {
        gated.open();
        var lookup = lookup(this::names);
        assertThat(lookup.find(List.of(7, 700))).containsOnlyKeys(7);
        assertThat(lookup.find(List.of(700))).isEmpty();
    }

    @Test
    void asksNobodyForNothing() {
        assertThat(lookup(this::names).find(List.of())).isEmpty();
        assertThat(gated.batches).isEmpty();
    }

    @Test
    void sharesNothingInATransactionNorForManyKeys() {
        gated.open();
        var meters = new SimpleMeterRegistry();
        var properties = new BatchProperties(1, 256, 256, 5_000, GatedWork.LONG);
        var lookup = new CommandBatcher.Builder(properties, meters).lookup("test", this::names);
        var shared = meters.find("grapevine.batch.size").summary();
        assertThat(shared).isNotNull();
        TransactionSynchronizationManager.setActualTransactionActive(true);
        try {
            assertThat(lookup.find(List.of(1))).hasSize(1);
        } finally {
            TransactionSynchronizationManager.setActualTransactionActive(false);
        }
        assertThat(shared.count()).isZero();
        var many = IntStream.range(0, 21).boxed().toList();
        assertThat(lookup.find(many)).hasSize(21);
        assertThat(shared.count()).isZero();
        assertThat(lookup.find(many.subList(0, 20))).hasSize(20);
        assertThat(shared.count()).isEqualTo(1);
    }

    @Test
    void failsOnlyWhoAsksForWhatCannotBeFound() throws Exception {
        var lookup =
                lookup(
                        keys -> {
                            if (keys.contains(13)) {
                                throw new IllegalStateException("13");
                            }
                            return names(keys);
                        });
        var first = ask(lookup, List.of(1));
        GatedWork.await(gated.begun);
        var good = ask(lookup, List.of(2));
        var bad = ask(lookup, List.of(3, 13));
        var alsoGood = ask(lookup, List.of(3));
        gated.open();
        assertThat(first.get()).hasSize(1);
        assertThat(good.get()).containsOnlyKeys(2);
        assertThat(alsoGood.get()).containsOnlyKeys(3);
        assertThatThrownBy(bad::join)
                .isInstanceOf(CompletionException.class)
                .hasRootCauseMessage("13");
    }

    @Test
    void failsAllByAnOutage() throws Exception {
        var lookup =
                lookup(
                        keys -> {
                            if (keys.contains(1)) {
                                return names(keys);
                            }
                            throw new GraphUnavailable(new IllegalStateException("down"));
                        });
        var first = ask(lookup, List.of(1));
        GatedWork.await(gated.begun);
        var others = List.of(ask(lookup, List.of(2)), ask(lookup, List.of(3)));
        gated.open();
        assertThat(first.get()).hasSize(1);
        assertThat(others)
                .allSatisfy(
                        one ->
                                assertThatThrownBy(one::join)
                                        .hasCauseInstanceOf(GraphUnavailable.class));
    }
}
