package dev.grapevine.graph.customer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.function.Function;

/**
 * Cache of committed customers, by id and by key. Grapevine never changes a customer after the
 * enrolment; entries expire because people may change the database over Bolt. Unknown ids and keys
 * are not cached.
 */
final class CustomerCache {

    private static final int MAX = 50_000;

    private static final Duration TIME_TO_LIVE = Duration.ofMinutes(10);

    private final Cache<String, Customer> byId = cache();
    private final Cache<String, Customer> byKey = cache();

    private static Cache<String, Customer> cache() {
        return Caffeine.newBuilder().maximumSize(MAX).expireAfterWrite(TIME_TO_LIVE).build();
    }

    void add(Collection<Customer> customers) {
        for (var customer : customers) {
            byId.put(customer.id(), customer);
            byKey.put(Customer.key(customer.brandId(), customer.externalId()), customer);
        }
    }

    /** Returns customers by id; the function reads those that are not in the cache. */
    Map<String, Customer> byIds(
            Collection<String> ids, Function<Collection<String>, Map<String, Customer>> read) {
        return find(byId, ids, read);
    }

    /** Returns customers by key; the function reads those that are not in the cache. */
    Map<String, Customer> byKeys(
            Collection<String> keys, Function<Collection<String>, Map<String, Customer>> read) {
        return find(byKey, keys, read);
    }

    private static Map<String, Customer> find(
            Cache<String, Customer> cache,
            Collection<String> names,
            Function<Collection<String>, Map<String, Customer>> read) {
        var found = new HashMap<>(cache.getAllPresent(names));
        if (found.size() < names.size()) {
            var missing = new LinkedHashSet<>(names);
            missing.removeAll(found.keySet());
            if (!missing.isEmpty()) {
                found.putAll(read.apply(missing));
            }
        }
        return found;
    }
}
