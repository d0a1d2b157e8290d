package dev.grapevine.graph.reward;

import org.springframework.data.neo4j.repository.Neo4jRepository;

import java.util.Optional;

/** Repository of rewards; other packages use {@link Rewards}. */
interface RewardRepository extends Neo4jRepository<Reward, String> {
    Optional<Reward> findByBrandKey(String brandKey);
}
