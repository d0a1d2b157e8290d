package dev.grapevine.graph.access;

import org.springframework.data.neo4j.repository.Neo4jRepository;

/** API keys as nodes. Package-private: the way in is {@link ApiKeys}. */
interface ApiKeyRepository extends Neo4jRepository<ApiKey, String> {}
