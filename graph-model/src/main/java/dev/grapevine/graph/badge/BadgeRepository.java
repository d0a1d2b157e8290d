package dev.grapevine.graph.badge;

import org.springframework.data.neo4j.repository.Neo4jRepository;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Repository of badges; other packages use {@link Badges}. */
interface BadgeRepository extends Neo4jRepository<Badge, String> {
    List<Badge> findAllByBrandId(String brandId);

    List<Badge> findAllByBrandKeyIn(Collection<String> brandKeys);

    Optional<Badge> findByBrandKey(String brandKey);
}
