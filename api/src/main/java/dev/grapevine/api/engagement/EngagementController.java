package dev.grapevine.api.engagement;

import dev.grapevine.api.kernel.Arguments;
import dev.grapevine.api.kernel.InvalidArgument;
import dev.grapevine.api.kernel.Loader;
import dev.grapevine.api.kernel.Loaders;
import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.engagement.BrandEngagementWeek;
import dev.grapevine.graph.engagement.DefinitionVersion;
import dev.grapevine.graph.engagement.Engagement;
import dev.grapevine.graph.engagement.EngagementScore;
import dev.grapevine.graph.engagement.EngagementWeek;
import dev.grapevine.graph.engagement.TimeRange;

import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Resolves engagement scores and trends of customers and brands. */
@Controller
class EngagementController {

    private final Loader<Measure, EngagementScore> scores;
    private final Loader<Trend, List<EngagementWeek>> trends;
    private final Loader<BrandTrend, List<BrandEngagementWeek>> trendsOfBrands;

    EngagementController(Engagement engagement, Loaders loaders) {
        this.scores =
                loaders.register(
                        "Customer.engagement",
                        (ids, measure) ->
                                engagement.scores(
                                        measure.brandId(),
                                        ids,
                                        measure.definition(),
                                        measure.range()));
        this.trends =
                loaders.register(
                        "Customer.engagementTrend",
                        (ids, trend) ->
                                engagement.trends(
                                        trend.brandId(), ids, trend.definition(), trend.weeks()));
        this.trendsOfBrands =
                loaders.register(
                        "Brand.engagementTrend",
                        (ids, trend) ->
                                engagement.trendsOfBrands(ids, trend.definition(), trend.weeks()));
    }

    private record Measure(String brandId, DefinitionVersion definition, TimeRange range) {}

    private record Trend(String brandId, DefinitionVersion definition, int weeks) {}

    private record BrandTrend(DefinitionVersion definition, int weeks) {}

    private static TimeRange range(@Nullable OffsetDateTime from, @Nullable OffsetDateTime until) {
        if (from != null && until != null && !from.isBefore(until)) {
            throw new InvalidArgument("from " + from + " is not before until " + until + ".");
        }
        return TimeRange.of(from, until);
    }

    @SchemaMapping(typeName = "Customer", field = "engagement")
    CompletableFuture<EngagementScore> engagement(
            Customer customer,
            @Argument @Nullable OffsetDateTime from,
            @Argument @Nullable OffsetDateTime until,
            @Argument String definition,
            @Argument @Nullable Integer version,
            DataFetchingEnvironment environment) {
        var definitionVersion = new DefinitionVersion(definition, version);
        return scores.load(
                environment,
                customer.id(),
                new Measure(customer.brandId(), definitionVersion, range(from, until)));
    }

    @SchemaMapping(typeName = "Customer", field = "engagementTrend")
    CompletableFuture<List<EngagementWeek>> trendOfCustomer(
            Customer customer,
            @Argument String definition,
            @Argument @Nullable Integer version,
            @Argument int weeks,
            DataFetchingEnvironment environment) {
        var definitionVersion = new DefinitionVersion(definition, version);
        return trends.load(
                environment,
                customer.id(),
                new Trend(customer.brandId(), definitionVersion, validWeeks(weeks)));
    }

    @SchemaMapping(typeName = "Brand", field = "engagementTrend")
    CompletableFuture<List<BrandEngagementWeek>> trendOfBrand(
            Brand brand,
            @Argument String definition,
            @Argument @Nullable Integer version,
            @Argument int weeks,
            DataFetchingEnvironment environment) {
        var definitionVersion = new DefinitionVersion(definition, version);
        return trendsOfBrands.load(
                environment, brand.id(), new BrandTrend(definitionVersion, validWeeks(weeks)));
    }

    private static int validWeeks(int weeks) {
        return Arguments.between("weeks", weeks, 1, Engagement.MAX_WEEKS);
    }
}
