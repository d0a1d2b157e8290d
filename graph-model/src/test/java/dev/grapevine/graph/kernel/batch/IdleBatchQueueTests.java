package dev.grapevine.graph.kernel.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.List;
import java.util.concurrent.Executors;

/** An idle queue executes a command on the thread of its caller. */
@Timeout(60)
class IdleBatchQueueTests {

    final GatedWork<String> gated = new GatedWork<>();

    final CommandBatcher<String, Thread> batcher =
            GatedWork.builder(new BatchProperties(1, 256, 256, 5_000, GatedWork.LONG))
                    .create("test", _ -> 0, command -> command, this::execute);

    private List<Thread> execute(List<String> batch) {
        gated.note(batch);
        if (batch.contains("bad")) {
            throw new IllegalStateException("bad");
        }
        return batch.stream().map(_ -> Thread.currentThread()).toList();
    }

    @Test
    void executesOnTheThreadOfItsCaller() {
        gated.open();
        assertThat(batcher.run("first")).isEqualTo(Thread.currentThread());
        assertThat(batcher.run("second")).isEqualTo(Thread.currentThread());
    }

    @Test
    void executesWhatGatheredMeanwhileInABatchOfItsOwn() throws Exception {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = callers.submit(() -> batcher.run("first"));
            GatedWork.await(gated.begun);
            var others = batcher.submit(List.of("a", "b"));
            gated.open();
            assertThat(first.get()).isNotNull();
            assertThat(others.get(0).get()).isSameAs(others.get(1).get());
        }
        assertThat(gated.batches).containsExactly(List.of("first"), List.of("a", "b"));
    }

    @Test
    void isIdleAgainAfterACommandThatFailed() {
        gated.open();
        assertThatThrownBy(() -> batcher.run("bad")).hasMessage("bad");
        assertThat(batcher.run("good")).isEqualTo(Thread.currentThread());
    }
}
