package dev.grapevine.graph.engagement;

import static java.util.stream.Collectors.toMap;

import dev.grapevine.graph.engagement.EngagementScore.ActionScore;
import dev.grapevine.graph.engagement.EngagementScore.KindCount;
import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.kernel.database.Rows;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Engagement scores and trends of customers, calculated from their activities at query time. An
 * activity counts at its time of occurrence; cancelled activities and activities of campaign-only
 * kinds do not count. The result for a definition that the brand does not have is empty.
 *
 * <p>Activities are counted by Cypher and weighted by a definition of the brand.
 */
@Component
public class Engagement {

    /** Maximum number of weeks of a trend. */
    public static final int MAX_WEEKS = 53;

    private static final CypherStatement MEASURE =
            CypherStatement.of(Engagement.class, "measure-by-definition");

    private final GraphClient graph;
    private final EngagementTrends trends;

    Engagement(GraphClient graph, EngagementTrends trends) {
        this.graph = graph;
        this.trends = trends;
    }

    private record Measured(
            String customerId,
            int activeDays,
            @Nullable OffsetDateTime lastActiveAt,
            List<KindCount> byKind) {

        EngagementScore weighed(EngagementDefinition definition) {
            var counts = byKind.stream().collect(toMap(KindCount::kind, KindCount::count));
            var byAction =
                    definition.actions().stream().map(action -> score(action, counts)).toList();
            return new EngagementScore(
                    byAction.stream().mapToLong(ActionScore::points).sum()
                            + activeDays * definition.activeDayWeight(),
                    activeDays,
                    lastActiveAt,
                    byKind,
                    byAction,
                    definition);
        }

        private static ActionScore score(EngagementAction action, Map<String, Long> counts) {
            var count =
                    action.kinds().stream().mapToLong(kind -> counts.getOrDefault(kind, 0L)).sum();
            return new ActionScore(action.name(), count, action.weight(), count * action.weight());
        }
    }

    /** Measured activities of a definition version. */
    private record ScoreRow(StoredDefinition definition, List<Measured> measured) {

        Map<String, EngagementScore> weighed() {
            var version = definition.definition();
            return measured.stream()
                    .collect(toMap(Measured::customerId, customer -> customer.weighed(version)));
        }
    }

    /**
     * Returns the scores of a brand's customers in a time range by a definition version, by
     * customer id. One round trip, which reads the customers' activities of the counted kinds.
     */
    public Map<String, EngagementScore> scores(
            String brandId,
            Collection<String> customerIds,
            DefinitionVersion version,
            TimeRange timeRange) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("brandId", brandId);
        parameters.put("key", version.key());
        parameters.put("version", version.version());
        parameters.put("ids", List.copyOf(customerIds));
        parameters.put("from", timeRange.from());
        parameters.put("until", timeRange.until());
        var scoreRows = graph.read(MEASURE, parameters, Rows.to(ScoreRow.class));
        return scoreRows.isEmpty() ? Map.of() : scoreRows.getFirst().weighed();
    }

    /**
     * Returns the trend of each of a brand's customers, oldest week first, the current week last,
     * by customer id. One round trip, which reads the customers' activities of these weeks.
     *
     * @param weeks number of weeks, 1 to {@value #MAX_WEEKS}
     */
    public Map<String, List<EngagementWeek>> trends(
            String brandId, Collection<String> customerIds, DefinitionVersion version, int weeks) {
        return trends.ofCustomers(brandId, customerIds, version, weeks);
    }

    /**
     * Returns the trend of each brand by the brand's own definition with that key, oldest week
     * first, the current week last, by brand id. One round trip, which reads all counted activities
     * of these weeks.
     *
     * @param weeks number of weeks, 1 to {@value #MAX_WEEKS}
     */
    public Map<String, List<BrandEngagementWeek>> trendsOfBrands(
            Collection<String> brandIds, DefinitionVersion version, int weeks) {
        return trends.ofBrands(brandIds, version, weeks);
    }
}
