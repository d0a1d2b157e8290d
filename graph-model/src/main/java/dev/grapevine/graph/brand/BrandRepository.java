package dev.grapevine.graph.brand;

import org.springframework.data.neo4j.repository.Neo4jRepository;

import java.util.Optional;

/** Repository of brands; other packages use {@link Brands}. */
interface BrandRepository extends Neo4jRepository<Brand, String> {
    Optional<Brand> findByKey(String key);
}
