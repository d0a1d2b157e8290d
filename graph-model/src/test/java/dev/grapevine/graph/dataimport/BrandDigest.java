package dev.grapevine.graph.dataimport;

import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;

import java.util.List;
import java.util.Map;

/**
 * Content of a brand's graph as lines that are equal for two brands with the same history: external
 * ids instead of ids, and no times of recording.
 */
record BrandDigest(GraphClient graph) {

    private static final CypherStatement DIGEST =
            new CypherStatement(
                    "test/brand-digest",
                    """
                    CALL () {
                      MATCH (c:Customer {brandId: $brandId})
                      RETURN 'customer ' + c.externalId + ' ' + coalesce(c.displayName, '-') + ' ' + coalesce(toString(c.joinedAt), '-')
                        + ' wallets ' + COUNT { (c)-[:OWNS]->(:Wallet) } + ' joined ' + COUNT { (c)-[:JOINED]->(:Brand) } AS line
                      UNION ALL
                      MATCH (a:Customer {brandId: $brandId})-[:REFERRED]->(b:Customer)
                      RETURN 'referred ' + a.externalId + ' ' + b.externalId AS line
                      UNION ALL
                      MATCH (c:Customer {brandId: $brandId})-[:CONTRIBUTED]->(n:Contribution)-[:FOR]->(:Brand {id: $brandId})
                      RETURN 'contribution ' + n.externalId + ' of ' + c.externalId + ' ' + n.kind + ' ' + n.status + ' ' + n.views
                        + ' ' + toString(n.submittedAt) + ' ' + coalesce(n.title, '-') AS line
                      UNION ALL
                      MATCH (n:Contribution {brandId: $brandId})-[:REPLIES_TO]->(o:Contribution)
                      RETURN 'reply ' + n.externalId + ' ' + o.externalId AS line
                      UNION ALL
                      MATCH (c:Customer {brandId: $brandId})-[:DID]->(a:Activity)
                      RETURN 'activity ' + c.externalId + ' ' + a.kind + ' ' + coalesce(a.externalId, '-') + ' ' + a.quantity
                        + ' ' + coalesce(a.value, '-') + ' about ' + COUNT { (a)-[:ABOUT]->() } AS line
                    }
                    RETURN line ORDER BY line
                    """);

    List<String> of(Brand brand) {
        return graph.read(DIGEST, Map.of("brandId", brand.id()), row -> row.get("line").asString());
    }
}
