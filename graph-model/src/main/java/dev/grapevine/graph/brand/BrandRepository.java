package dev.grapevine.graph.brand;

import java.util.Optional;
import org.springframework.data.neo4j.repository.Neo4jRepository;

/** Brands as nodes. Package-private: the way in is {@link Brands}. */
interface BrandRepository extends Neo4jRepository<Brand, String> {
    Optional<Brand> findByKey(String key);
}
