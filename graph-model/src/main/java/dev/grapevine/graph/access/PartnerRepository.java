package dev.grapevine.graph.access;

import org.springframework.data.neo4j.repository.Neo4jRepository;

/** Repository of partners; other packages use {@link Partners}. */
interface PartnerRepository extends Neo4jRepository<Partner, String> {}
