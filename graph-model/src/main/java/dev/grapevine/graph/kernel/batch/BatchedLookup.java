package dev.grapevine.graph.kernel.batch;

import org.springframework.transaction.support.TransactionSynchronizationManager;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Finds things by their keys, in one round trip for all who ask at about the same time. What is
 * found was read after the question was asked. Inside a transaction, and for many keys at once,
 * nothing is shared.
 *
 * @param <K> a key
 * @param <V> what is found by it
 */
public final class BatchedLookup<K, V> {

    /** Whoever asks for more keys at once fills a round trip alone. */
    private static final int MAX_SHARED_KEYS = 20;

    private final CommandBatcher<Collection<K>, Map<K, V>> commandBatcher;
    private final Function<Collection<K>, Map<K, V>> find;

    BatchedLookup(
            CommandBatcher.Builder builder, String name, Function<Collection<K>, Map<K, V>> find) {
        this.commandBatcher = builder.create(name, keys -> keys, _ -> new Object(), this::findAll);
        this.find = find;
    }

    /** What there is, by its key. */
    public Map<K, V> find(Collection<K> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        return keys.size() > MAX_SHARED_KEYS
                        || TransactionSynchronizationManager.isActualTransactionActive()
                ? find.apply(keys)
                : commandBatcher.run(keys);
    }

    private List<Map<K, V>> findAll(List<Collection<K>> questions) {
        var keys = new HashSet<K>();
        questions.forEach(keys::addAll);
        var found = find.apply(keys);
        return questions.stream().map(question -> only(question, found)).toList();
    }

    private static <K, V> Map<K, V> only(Collection<K> keys, Map<K, V> found) {
        var own = new HashMap<K, V>();
        for (var key : keys) {
            var value = found.get(key);
            if (value != null) {
                own.put(key, value);
            }
        }
        return own;
    }
}
