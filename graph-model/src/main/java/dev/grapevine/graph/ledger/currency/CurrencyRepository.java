package dev.grapevine.graph.ledger.currency;

import org.springframework.data.neo4j.repository.Neo4jRepository;

import java.util.List;
import java.util.Optional;

/** Currencies as nodes. Package-private: the way in is {@link Currencies}. */
interface CurrencyRepository extends Neo4jRepository<Currency, String> {

    Optional<Currency> findByKey(String key);

    List<Currency> findAllByBrandId(String brandId);
}
