package dev.grapevine.graph.score;

import static java.util.stream.Collectors.toMap;

import dev.grapevine.graph.kernel.CypherFile;
import dev.grapevine.graph.kernel.Graph;
import dev.grapevine.graph.score.EngagementScore.ActionScore;
import dev.grapevine.graph.score.EngagementScore.KindCount;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts activities by Cypher and weighs them as a definition of the brand does. */
@Component
class CypherEngagement implements Engagement {

    private static final CypherFile MEASURE =
            CypherFile.of(CypherEngagement.class, "measure-by-definition");

    private final Graph graph;
    private final CypherTrends trends;

    CypherEngagement(Graph graph, CypherTrends trends) {
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

    /** What was measured by a version. */
    private record Sheet(StoredDefinition definition, List<Measured> measured) {

        Map<String, EngagementScore> weighed() {
            var version = definition.definition();
            return measured.stream()
                    .collect(toMap(Measured::customerId, customer -> customer.weighed(version)));
        }
    }

    @Override
    public Map<String, EngagementScore> scores(
            String brandId, Collection<String> customerIds, VersionAsked asked, Window window) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("brandId", brandId);
        parameters.put("key", asked.key());
        parameters.put("version", asked.version());
        parameters.put("ids", List.copyOf(customerIds));
        parameters.put("from", window.from());
        parameters.put("to", window.to());
        var sheets = graph.read(MEASURE, parameters, row -> row.as(Sheet.class));
        return sheets.isEmpty() ? Map.of() : sheets.getFirst().weighed();
    }

    @Override
    public Map<String, List<EngagementWeek>> trends(
            String brandId, Collection<String> customerIds, VersionAsked asked, int weeks) {
        return trends.ofCustomers(brandId, customerIds, asked, weeks);
    }

    @Override
    public Map<String, List<BrandEngagementWeek>> trendsOfBrands(
            Collection<String> brandIds, VersionAsked asked, int weeks) {
        return trends.ofBrands(brandIds, asked, weeks);
    }
}
