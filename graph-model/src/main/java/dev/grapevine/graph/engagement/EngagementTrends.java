package dev.grapevine.graph.engagement;

import static java.util.stream.Collectors.toMap;

import dev.grapevine.graph.kernel.Times;
import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.kernel.database.Rows;

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

/** Calculation of weekly engagement: sums of weeks by Cypher, and the change from week to week. */
@Component
class EngagementTrends {

    private static final CypherStatement OF_CUSTOMERS =
            CypherStatement.of(EngagementTrends.class, "trends-of-customers");
    private static final CypherStatement OF_BRANDS =
            CypherStatement.of(EngagementTrends.class, "trends-of-brands");

    private final GraphClient graph;
    private final Times times;

    EngagementTrends(GraphClient graph, Times times) {
        this.graph = graph;
        this.times = times;
    }

    /** Week with activity of a customer. */
    private record Sum(LocalDate monday, long points, int activeDays) {}

    private record Measured(String customerId, List<Sum> weeks) {

        List<EngagementWeek> trend(WeekRange weekRange, long activeDayWeight) {
            var sums = weeks.stream().collect(toMap(Sum::monday, Function.identity()));
            var trend = new ArrayList<EngagementWeek>();
            var previousScore = 0L;
            for (var week : weekRange.all()) {
                var monday = week.from().toLocalDate();
                var sum = sums.getOrDefault(monday, new Sum(monday, 0, 0));
                var score = sum.points() + sum.activeDays() * activeDayWeight;
                trend.add(
                        new EngagementWeek(
                                week.from(), score, sum.activeDays(), score - previousScore));
                previousScore = score;
            }
            return List.copyOf(trend.subList(1, trend.size()));
        }
    }

    private record TrendRow(StoredDefinition definition, List<Measured> measured) {

        Map<String, List<EngagementWeek>> trends(WeekRange weekRange) {
            return measured.stream()
                    .collect(
                            toMap(
                                    Measured::customerId,
                                    customer ->
                                            customer.trend(
                                                    weekRange, definition.activeDayWeight())));
        }
    }

    Map<String, List<EngagementWeek>> ofCustomers(
            String brandId, Collection<String> customerIds, DefinitionVersion version, int shown) {
        var weekRange = WeekRange.until(times.now(), shown);
        var parameters = parameters(version);
        parameters.put("brandId", brandId);
        parameters.put("ids", List.copyOf(customerIds));
        parameters.put("from", weekRange.from());
        parameters.put("until", weekRange.until());
        var trendRows = graph.read(OF_CUSTOMERS, parameters, Rows.to(TrendRow.class));
        return trendRows.isEmpty() ? Map.of() : trendRows.getFirst().trends(weekRange);
    }

    /** Week of all customers of a brand. */
    private record Total(
            OffsetDateTime beginsAt, long points, long activeDays, long activeCustomers) {

        BrandEngagementWeek week(long activeDayWeight, long previousScore) {
            var score = score(activeDayWeight);
            return new BrandEngagementWeek(
                    Times.utc(beginsAt), score, activeDays, activeCustomers, score - previousScore);
        }

        long score(long activeDayWeight) {
            return points + activeDays * activeDayWeight;
        }
    }

    private record BrandTrendRow(String brandId, long activeDayWeight, List<Total> weeks) {

        List<BrandEngagementWeek> trend() {
            var trend = new ArrayList<BrandEngagementWeek>();
            for (var i = 1; i < weeks.size(); i++) {
                var previousScore = weeks.get(i - 1).score(activeDayWeight);
                trend.add(weeks.get(i).week(activeDayWeight, previousScore));
            }
            return List.copyOf(trend);
        }
    }

    Map<String, List<BrandEngagementWeek>> ofBrands(
            Collection<String> brandIds, DefinitionVersion version, int shown) {
        var parameters = parameters(version);
        parameters.put("brandIds", List.copyOf(brandIds));
        parameters.put("weeks", WeekRange.until(times.now(), shown).all());
        return graph.read(OF_BRANDS, parameters, Rows.to(BrandTrendRow.class)).stream()
                .collect(toMap(BrandTrendRow::brandId, BrandTrendRow::trend));
    }

    private static Map<String, @Nullable Object> parameters(DefinitionVersion version) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("key", version.key());
        parameters.put("version", version.version());
        return parameters;
    }
}
