package dev.grapevine.graph.kernel.batch;

import org.springframework.transaction.support.TransactionSynchronizationManager;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Look-up by key that concurrent callers share: one round trip for all keys requested at about the
 * same time. The values are read after the call began. Calls inside a transaction and calls with
 * more than 20 keys are not shared.
 *
 * @param <K> type of the keys
 * @param <V> type of the values
 */
public final class BatchedLookup<K, V> {

    /** Maximum number of keys of a shared call; a larger call has a round trip of its own. */
    private static final int MAX_SHARED_KEYS = 20;

    private final CommandBatcher<Collection<K>, Map<K, V>> batcher;
    private final Function<Collection<K>, Map<K, V>> find;

    BatchedLookup(
            CommandBatcher.Builder builder, String name, Function<Collection<K>, Map<K, V>> find) {
        this.batcher = builder.create(name, keys -> keys, _ -> new Object(), this::findAll);
        this.find = find;
    }

    /** Finds the existing values, by key. */
    public Map<K, V> find(Collection<K> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        return keys.size() > MAX_SHARED_KEYS
                        || TransactionSynchronizationManager.isActualTransactionActive()
                ? find.apply(keys)
                : batcher.run(keys);
    }

    private List<Map<K, V>> findAll(List<Collection<K>> requests) {
        var keys = new HashSet<K>();
        requests.forEach(keys::addAll);
        var found = find.apply(keys);
        return requests.stream().map(request -> only(request, found)).toList();
    }

    private static <K, V> Map<K, V> only(Collection<K> keys, Map<K, V> found) {
        var result = new HashMap<K, V>();
        for (var key : keys) {
            var value = found.get(key);
            if (value != null) {
                result.put(key, value);
            }
        }
        return result;
    }
}
