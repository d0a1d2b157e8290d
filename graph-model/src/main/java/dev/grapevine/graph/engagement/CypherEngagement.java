package dev.grapevine.graph.engagement;

import static java.util.stream.Collectors.toMap;

import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.brand.Brands;
import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.CypherFile;
import dev.grapevine.graph.kernel.Graph;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Counts activities by Cypher and weighs them as the brand does. */
@Component
class CypherEngagement implements Engagement {

    private static final CypherFile MEASURE =
            CypherFile.of(CypherEngagement.class, "measure-engagement");

    private final Graph graph;
    private final Brands brands;

    CypherEngagement(Graph graph, Brands brands) {
        this.graph = graph;
        this.brands = brands;
    }

    private record Measured(
            String customerId,
            int activeDays,
            @Nullable OffsetDateTime lastActiveAt,
            List<EngagementScore.KindCount> byKind) {

        EngagementScore weighed(Brand brand) {
            var activities =
                    byKind.stream()
                            .mapToLong(kind -> kind.count() * brand.weightOf(kind.kind()))
                            .sum();
            return new EngagementScore(
                    activities + activeDays * brand.activeDayWeight(),
                    activeDays,
                    lastActiveAt,
                    byKind);
        }
    }

    @Override
    public Map<String, EngagementScore> scores(
            String brandId, Collection<String> customerIds, Window window) {
        var brand =
                Objects.requireNonNull(
                        brands.byIds(Caller.GRAPEVINE, List.of(brandId)).get(brandId), brandId);
        var parameters =
                Map.of("ids", List.copyOf(customerIds), "from", window.from(), "to", window.to());
        return graph.read(MEASURE, parameters, row -> row.as(Measured.class)).stream()
                .collect(toMap(Measured::customerId, measured -> measured.weighed(brand)));
    }
}
