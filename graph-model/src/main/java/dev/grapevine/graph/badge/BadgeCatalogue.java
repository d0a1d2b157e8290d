package dev.grapevine.graph.badge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import dev.grapevine.graph.kernel.Graph;

import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.List;

/** The badges of each brand, kept in memory for a minute: every activity asks for them. */
@Component
class BadgeCatalogue {

    private final BadgeRepository repository;
    private final Graph graph;
    private final Cache<String, List<Badge>> byBrand =
            Caffeine.newBuilder()
                    .maximumSize(10_000)
                    .expireAfterWrite(Duration.ofMinutes(1))
                    .build();

    BadgeCatalogue(BadgeRepository repository, Graph graph) {
        this.repository = repository;
        this.graph = graph;
    }

    List<Badge> of(String brandId) {
        var known = byBrand.getIfPresent(brandId);
        if (known != null) {
            return known;
        }
        var badges = graph.ask(() -> repository.findAllByBrandId(brandId));
        byBrand.put(brandId, badges);
        return badges;
    }

    void forget(String brandId) {
        byBrand.invalidate(brandId);
    }
}
