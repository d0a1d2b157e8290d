package dev.grapevine.graph.brand;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import dev.grapevine.graph.kernel.Call;
import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.Format;
import dev.grapevine.graph.kernel.Graph;
import dev.grapevine.graph.kernel.Idempotency;
import dev.grapevine.graph.kernel.Ids;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Times;

import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Brands from the repository, kept in memory for a minute: every request names one, and they hardly
 * change.
 */
@Component
class CachedBrands implements Brands {

    private final BrandRepository repository;
    private final Graph graph;
    private final Idempotency idempotency;
    private final Ids ids;
    private final Times times;
    private final Cache<String, Brand> byKey = cache();
    private final Cache<String, Brand> byId = cache();

    CachedBrands(
            BrandRepository repository,
            Graph graph,
            Idempotency idempotency,
            Ids ids,
            Times times) {
        this.repository = repository;
        this.graph = graph;
        this.idempotency = idempotency;
        this.ids = ids;
        this.times = times;
    }

    private static Cache<String, Brand> cache() {
        return Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfterWrite(Duration.ofMinutes(1))
                .build();
    }

    @Override
    public Outcome<Brand> register(Call call, RegisterBrand command) {
        var inputs =
                call.check()
                        .matches("key", command.key(), Format.KEY)
                        .text("name", command.name(), 1, 200);
        if (!inputs.areRight()) {
            return inputs.refused();
        }
        var id = ids.next("brd");
        return idempotency.onceUnlessTaken(
                new BrandKeyTaken(command.key()),
                call,
                command,
                id,
                () -> register(id, command),
                first -> Outcome.done(load(first)));
    }

    private Outcome<Brand> register(String id, RegisterBrand command) {
        if (repository.findByKey(command.key()).isPresent()) {
            return Outcome.refused(new BrandKeyTaken(command.key()));
        }
        return Outcome.done(
                repository.save(new Brand(id, id, command.key(), command.name(), times.now())));
    }

    private Brand load(String id) {
        return repository.findById(id).orElseThrow();
    }

    @Override
    public Optional<Brand> byKey(Caller caller, String key) {
        var known = Optional.ofNullable(byKey.getIfPresent(key));
        var brand = known.isPresent() ? known : graph.ask(() -> repository.findByKey(key));
        brand.ifPresent(this::keep);
        return brand.filter(found -> caller.sees(found.id()));
    }

    @Override
    public Map<String, Brand> byIds(Caller caller, Collection<String> wanted) {
        var brands = new LinkedHashMap<>(byId.getAllPresent(wanted));
        var missing = wanted.stream().filter(id -> !brands.containsKey(id)).toList();
        if (!missing.isEmpty()) {
            graph.ask(() -> repository.findAllById(missing))
                    .forEach(
                            brand -> {
                                keep(brand);
                                brands.put(brand.id(), brand);
                            });
        }
        brands.values().removeIf(brand -> !caller.sees(brand.id()));
        return brands;
    }

    private void keep(Brand brand) {
        byKey.put(brand.key(), brand);
        byId.put(brand.id(), brand);
    }
}
