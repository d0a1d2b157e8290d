package dev.grapevine.graph.ledger.currency;

import org.springframework.data.neo4j.repository.Neo4jRepository;

import java.util.List;
import java.util.Optional;

/** Repository of {@link Currency} nodes; {@link Currencies} is the public service. */
interface CurrencyRepository extends Neo4jRepository<Currency, String> {

    Optional<Currency> findByKey(String key);

    List<Currency> findAllByBrandId(String brandId);
}
