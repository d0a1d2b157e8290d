package dev.grapevine.graph.access;

import org.springframework.data.neo4j.repository.Neo4jRepository;

/** Partners as nodes. Package-private: the way in is {@link Partners}. */
interface PartnerRepository extends Neo4jRepository<Partner, String> {}
