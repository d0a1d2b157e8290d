package dev.grapevine.graph.activity.kind;

import org.springframework.data.neo4j.repository.Neo4jRepository;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Repository of activity kinds; other packages use {@link ActivityKinds}. */
interface ActivityKindRepository extends Neo4jRepository<ActivityKind, String> {

    List<ActivityKind> findAllByBrandId(String brandId);

    List<ActivityKind> findAllByBrandKeyIn(Collection<String> brandKeys);

    Optional<ActivityKind> findByBrandKey(String brandKey);
}
