package dev.grapevine.graph.customer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.function.Function;

/**
 * Cache of committed customers, by id and by key. A customer never changes after the enrolment, so
 * that entries do not expire. Unknown ids and keys are not cached.
 */
final class KnownCustomers {

    private static final int MAX = 50_000;

    private final Cache<String, Customer> byId = Caffeine.newBuilder().maximumSize(MAX).build();
    private final Cache<String, Customer> byKey = Caffeine.newBuilder().maximumSize(MAX).build();

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
