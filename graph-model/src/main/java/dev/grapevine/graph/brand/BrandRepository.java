package dev.grapevine.graph.brand;

import org.springframework.data.neo4j.repository.Neo4jRepository;

import java.util.Optional;

/** Brands as nodes. Package-private: the way in is {@link Brands}. */
interface BrandRepository extends Neo4jRepository<Brand, String> {
    Optional<Brand> findByKey(String key);
}
