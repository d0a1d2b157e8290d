package dev.grapevine.graph.access;

import org.springframework.data.neo4j.repository.Neo4jRepository;

/** Repository of API keys; other packages use {@link ApiKeys}. */
interface ApiKeyRepository extends Neo4jRepository<ApiKey, String> {}
