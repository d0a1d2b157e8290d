package dev.grapevine.graph.kernel;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Lets concurrent callers share round trips and commits. Commands queue by lane; while one batch of
 * a lane is under way, the next one gathers. Commands with the same place are in the same lane, so
 * that they never wait for each other's locks. A batch that fails is split until the command that
 * fails is alone: it cannot fail its neighbours. An outage fails all, and so does a database that
 * stays busy for twice the patience of who waits.
 *
 * @param <C> a command
 * @param <R> its result
 */
public final class Lanes<C, R> {

    private final List<Lane<C, R>> lanes;
    private final Function<C, Object> place;

    private Lanes(List<Lane<C, R>> lanes, Function<C, Object> place) {
        this.lanes = lanes;
        this.place = place;
    }

    /** Lays lanes. */
    @Component
    public static class Builder {

        private final LaneProperties properties;
        private final Graph graph;
        private final MeterRegistry meters;

        Builder(LaneProperties properties, Graph graph, MeterRegistry meters) {
            this.properties = properties;
            this.graph = graph;
            this.meters = meters;
        }

        /**
         * Lanes for finding things by their keys.
         *
         * @param find finds what there is, by its key, in one round trip
         */
        public <K, V> SharedLookup<K, V> lookup(
                String name, Function<Collection<K>, Map<K, V>> find) {
            return new SharedLookup<>(this, graph, name, find);
        }

        /**
         * Lanes for one kind of work. How large its batches were is the metric {@code
         * grapevine.lane.batch}.
         *
         * @param place commands with equal places share a lane
         * @param identity commands with equal identities are never in one batch
         * @param work carries out a batch and answers one result for each command, in their order
         */
        public <C, R> Lanes<C, R> lay(
                String name,
                Function<C, Object> place,
                Function<C, Object> identity,
                Function<List<C>, List<R>> work) {
            var sizes = meters.summary("grapevine.lane.batch", "lanes", name);
            return new Lanes<>(
                    IntStream.range(0, properties.count())
                            .mapToObj(_ -> new Lane<>(properties, identity, work, sizes))
                            .toList(),
                    place);
        }
    }

    /**
     * Carries a command out in a batch and waits for its result. Throws what the work has thrown
     * for it, and {@link GraphBusy} if it has waited too long; then it was not carried out.
     */
    public R run(C command) {
        return lane(command).queue(command).result();
    }

    /**
     * As {@link #run}, for several commands at once; answers, in their order, who waits for each
     * result.
     */
    public List<Supplier<R>> start(List<C> commands) {
        return commands.stream()
                .map(command -> lane(command).queue(command))
                .<Supplier<R>>map(ticket -> ticket::result)
                .toList();
    }

    private Lane<C, R> lane(C command) {
        return lanes.get(Math.floorMod(place.apply(command).hashCode(), lanes.size()));
    }
}
