package dev.grapevine.graph.brand;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import dev.grapevine.graph.kernel.Format;
import dev.grapevine.graph.kernel.Ids;
import dev.grapevine.graph.kernel.Times;
import dev.grapevine.graph.kernel.command.Call;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.Idempotency;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.kernel.database.GraphClient;

import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * All brands: registration and look-up.
 *
 * <p>Brands are cached for 60 seconds, since every request names one and they rarely change.
 */
@Component
public class Brands {

    private final BrandRepository repository;
    private final GraphClient graph;
    private final Idempotency idempotency;
    private final Ids ids;
    private final Times times;
    private final Cache<String, Brand> byKey = cache();
    private final Cache<String, Brand> byId = cache();

    Brands(
            BrandRepository repository,
            GraphClient graph,
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

    /**
     * Registers a brand, once per idempotency key. Rejections: {@code INVALID_INPUT}, {@code
     * BRAND_KEY_TAKEN}.
     */
    public Result<Brand> register(Call call, RegisterBrand command) {
        var validation =
                call.check()
                        .matches("key", command.key(), Format.KEY)
                        .name("name", command.name(), 200);
        if (!validation.isValid()) {
            return validation.rejected();
        }
        var id = ids.next("brd");
        return idempotency.executeUnlessTaken(
                new BrandKeyTaken(command.key()),
                call,
                command,
                id,
                () -> register(id, command),
                first -> Result.success(load(first)));
    }

    private Result<Brand> register(String id, RegisterBrand command) {
        if (repository.findByKey(command.key()).isPresent()) {
            return Result.rejected(new BrandKeyTaken(command.key()));
        }
        return Result.success(
                repository.save(new Brand(id, id, command.key(), command.name(), times.now())));
    }

    private Brand load(String id) {
        return repository.findById(id).orElseThrow();
    }

    /** Returns the brand with this key if the caller may see it. Cached. */
    public Optional<Brand> byKey(Caller caller, String key) {
        var known = Optional.ofNullable(byKey.getIfPresent(key));
        var brand =
                known.isPresent() ? known : graph.callRepository(() -> repository.findByKey(key));
        brand.ifPresent(this::cacheBrand);
        return brand.filter(found -> caller.sees(found.id()));
    }

    /** Returns the brands with these ids that the caller may see, by id. Cached. */
    public Map<String, Brand> byIds(Caller caller, Collection<String> brandIds) {
        var brands = new LinkedHashMap<>(byId.getAllPresent(brandIds));
        var missing = brandIds.stream().filter(id -> !brands.containsKey(id)).toList();
        if (!missing.isEmpty()) {
            graph.callRepository(() -> repository.findAllById(missing))
                    .forEach(
                            brand -> {
                                cacheBrand(brand);
                                brands.put(brand.id(), brand);
                            });
        }
        brands.values().removeIf(brand -> !caller.sees(brand.id()));
        return brands;
    }

    private void cacheBrand(Brand brand) {
        byKey.put(brand.key(), brand);
        byId.put(brand.id(), brand);
    }
}
