package dev.grapevine.graph.score;

import static java.util.stream.Collectors.toMap;

import dev.grapevine.graph.kernel.CypherFile;
import dev.grapevine.graph.kernel.Graph;
import dev.grapevine.graph.kernel.Times;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Sums up weeks by Cypher and compares each to the one before. */
@Component
class CypherTrends {

    private static final CypherFile OF_CUSTOMERS =
            CypherFile.of(CypherTrends.class, "trends-of-customers");
    private static final CypherFile OF_BRANDS =
            CypherFile.of(CypherTrends.class, "trends-of-brands");

    private final Graph graph;
    private final Times times;

    CypherTrends(Graph graph, Times times) {
        this.graph = graph;
        this.times = times;
    }

    /** A week in which a customer was active. */
    private record Sum(LocalDate monday, long points, int activeDays) {}

    private record Measured(String customerId, List<Sum> weeks) {

        List<EngagementWeek> trend(Weeks asked, long activeDayWeight) {
            var sums = weeks.stream().collect(toMap(Sum::monday, Function.identity()));
            var trend = new ArrayList<EngagementWeek>();
            var before = 0L;
            for (var week : asked.all()) {
                var monday = week.from().toLocalDate();
                var sum = sums.getOrDefault(monday, new Sum(monday, 0, 0));
                var score = sum.points() + sum.activeDays() * activeDayWeight;
                trend.add(new EngagementWeek(week.from(), score, sum.activeDays(), score - before));
                before = score;
            }
            return List.copyOf(trend.subList(1, trend.size()));
        }
    }

    private record Sheet(StoredDefinition definition, List<Measured> measured) {

        Map<String, List<EngagementWeek>> trends(Weeks asked) {
            return measured.stream()
                    .collect(
                            toMap(
                                    Measured::customerId,
                                    customer ->
                                            customer.trend(asked, definition.activeDayWeight())));
        }
    }

    Map<String, List<EngagementWeek>> ofCustomers(
            String brandId, Collection<String> customerIds, VersionAsked asked, int shown) {
        var weeks = Weeks.until(times.now(), shown);
        var parameters = parameters(asked);
        parameters.put("brandId", brandId);
        parameters.put("ids", List.copyOf(customerIds));
        parameters.put("from", weeks.from());
        parameters.put("to", weeks.to());
        var sheets = graph.read(OF_CUSTOMERS, parameters, row -> row.as(Sheet.class));
        return sheets.isEmpty() ? Map.of() : sheets.getFirst().trends(weeks);
    }

    /** A week of all customers. */
    private record Total(
            OffsetDateTime beginsAt, long points, long activeDays, long activeCustomers) {

        BrandEngagementWeek week(long activeDayWeight, long before) {
            var score = score(activeDayWeight);
            return new BrandEngagementWeek(
                    Times.utc(beginsAt), score, activeDays, activeCustomers, score - before);
        }

        long score(long activeDayWeight) {
            return points + activeDays * activeDayWeight;
        }
    }

    private record BrandSheet(String brandId, long activeDayWeight, List<Total> weeks) {

        List<BrandEngagementWeek> trend() {
            var trend = new ArrayList<BrandEngagementWeek>();
            for (var i = 1; i < weeks.size(); i++) {
                var before = weeks.get(i - 1).score(activeDayWeight);
                trend.add(weeks.get(i).week(activeDayWeight, before));
            }
            return List.copyOf(trend);
        }
    }

    Map<String, List<BrandEngagementWeek>> ofBrands(
            Collection<String> brandIds, VersionAsked asked, int shown) {
        var parameters = parameters(asked);
        parameters.put("brandIds", List.copyOf(brandIds));
        parameters.put("weeks", Weeks.until(times.now(), shown).all());
        return graph.read(OF_BRANDS, parameters, row -> row.as(BrandSheet.class)).stream()
                .collect(toMap(BrandSheet::brandId, BrandSheet::trend));
    }

    private static Map<String, @Nullable Object> parameters(VersionAsked asked) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("key", asked.key());
        parameters.put("version", asked.version());
        return parameters;
    }
}
