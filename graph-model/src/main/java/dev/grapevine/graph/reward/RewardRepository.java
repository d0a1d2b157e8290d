package dev.grapevine.graph.reward;

import org.springframework.data.neo4j.repository.Neo4jRepository;

import java.util.Optional;

/** Rewards as nodes. Package-private: the way in is {@link Rewards}. */
interface RewardRepository extends Neo4jRepository<Reward, String> {
    Optional<Reward> findByBrandKey(String brandKey);
}
