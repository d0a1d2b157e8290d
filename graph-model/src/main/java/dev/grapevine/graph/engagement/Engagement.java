package dev.grapevine.graph.engagement;

import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;

import static java.util.stream.Collectors.toMap;

import dev.grapevine.graph.engagement.EngagementScore.ActionScore;
import dev.grapevine.graph.engagement.EngagementScore.KindCount;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How engaged customers are, computed from their activities when asked. An activity counts in the
 * moment in which it happened, however late it was recorded; one that was withdrawn, or of a kind
 * that belongs to campaigns, does not count. Whoever asks by a definition that the brand does not
 * have gets nothing.
 *
 * <p>Counts activities by Cypher and weighs them as a definition of the brand does.
 */
@Component
public class Engagement {

    /** The longest trend. */
    public static final int MAX_WEEKS = 53;

    private static final CypherStatement MEASURE =
            CypherStatement.of(Engagement.class, "measure-by-definition");

    private final GraphClient graphClient;
    private final EngagementTrends trends;

    Engagement(GraphClient graphClient, EngagementTrends trends) {
        this.graphClient = graphClient;
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

    /** What was measured by a version. */
    private record ScoreRow(StoredDefinition definition, List<Measured> measured) {

        Map<String, EngagementScore> weighed() {
            var version = definition.definition();
            return measured.stream()
                    .collect(toMap(Measured::customerId, customer -> customer.weighed(version)));
        }
    }

    /**
     * The score of each of a brand's customers in the window by a version of a definition, by
     * customer id. One round trip; it reads the customers' activities of the kinds that count.
     */
    public Map<String, EngagementScore> scores(
            String brandId,
            Collection<String> customerIds,
            DefinitionVersion asked,
            TimeRange timeRange) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("brandId", brandId);
        parameters.put("key", asked.key());
        parameters.put("version", asked.version());
        parameters.put("ids", List.copyOf(customerIds));
        parameters.put("from", timeRange.from());
        parameters.put("to", timeRange.to());
        var scoreRows = graphClient.read(MEASURE, parameters, row -> row.as(ScoreRow.class));
        return scoreRows.isEmpty() ? Map.of() : scoreRows.getFirst().weighed();
    }

    /**
     * The weeks of each of a brand's customers, oldest first, the running one last, by customer id.
     * One round trip; it reads the customers' activities of these weeks.
     *
     * @param weeks 1 to {@value #MAX_WEEKS}
     */
    public Map<String, List<EngagementWeek>> trends(
            String brandId, Collection<String> customerIds, DefinitionVersion asked, int weeks) {
        return trends.ofCustomers(brandId, customerIds, asked, weeks);
    }

    /**
     * The weeks of brands, each by its own definition of that key, oldest first, the running one
     * last, by brand id. One round trip; it reads all activities of these weeks that count.
     *
     * @param weeks 1 to {@value #MAX_WEEKS}
     */
    public Map<String, List<BrandEngagementWeek>> trendsOfBrands(
            Collection<String> brandIds, DefinitionVersion asked, int weeks) {
        return trends.ofBrands(brandIds, asked, weeks);
    }
}
