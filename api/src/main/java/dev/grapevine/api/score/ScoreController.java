package dev.grapevine.api.score;

import dev.grapevine.api.kernel.Arguments;
import dev.grapevine.api.kernel.InvalidArgument;
import dev.grapevine.api.kernel.Loader;
import dev.grapevine.api.kernel.Loaders;
import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.score.BrandEngagementWeek;
import dev.grapevine.graph.score.Engagement;
import dev.grapevine.graph.score.EngagementScore;
import dev.grapevine.graph.score.EngagementWeek;
import dev.grapevine.graph.score.VersionAsked;
import dev.grapevine.graph.score.Window;

import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** How engaged customers are. */
@Controller
class ScoreController {

    private final Loader<Measure, EngagementScore> scores;
    private final Loader<Trend, List<EngagementWeek>> trends;
    private final Loader<BrandTrend, List<BrandEngagementWeek>> trendsOfBrands;

    ScoreController(Engagement engagement, Loaders loaders) {
        this.scores =
                loaders.register(
                        "Customer.engagement",
                        (ids, measure) ->
                                engagement.scores(
                                        measure.brandId(), ids, measure.asked(), measure.window()));
        this.trends =
                loaders.register(
                        "Customer.engagementTrend",
                        (ids, trend) ->
                                engagement.trends(
                                        trend.brandId(), ids, trend.asked(), trend.weeks()));
        this.trendsOfBrands =
                loaders.register(
                        "Brand.engagementTrend",
                        (ids, trend) ->
                                engagement.trendsOfBrands(ids, trend.asked(), trend.weeks()));
    }

    private record Measure(String brandId, VersionAsked asked, Window window) {}

    private record Trend(String brandId, VersionAsked asked, int weeks) {}

    private record BrandTrend(VersionAsked asked, int weeks) {}

    /** A stretch of time, open where nothing is given. */
    record WindowInput(@Nullable OffsetDateTime from, @Nullable OffsetDateTime until) {
        Window window() {
            if (from != null && until != null && !from.isBefore(until)) {
                throw new InvalidArgument("window ends before it begins.");
            }
            return Window.of(from, until);
        }
    }

    @SchemaMapping(typeName = "Customer", field = "engagement")
    CompletableFuture<EngagementScore> engagement(
            Customer customer,
            @Argument @Nullable WindowInput window,
            @Argument String definition,
            @Argument @Nullable Integer version,
            DataFetchingEnvironment environment) {
        var asked = new VersionAsked(definition, version);
        var stretch = window == null ? Window.of(null, null) : window.window();
        return scores.load(
                environment, customer.id(), new Measure(customer.brandId(), asked, stretch));
    }

    @SchemaMapping(typeName = "Customer", field = "engagementTrend")
    CompletableFuture<List<EngagementWeek>> trendOfCustomer(
            Customer customer,
            @Argument String definition,
            @Argument @Nullable Integer version,
            @Argument int weeks,
            DataFetchingEnvironment environment) {
        var asked = new VersionAsked(definition, version);
        return trends.load(
                environment, customer.id(), new Trend(customer.brandId(), asked, checked(weeks)));
    }

    @SchemaMapping(typeName = "Brand", field = "engagementTrend")
    CompletableFuture<List<BrandEngagementWeek>> trendOfBrand(
            Brand brand,
            @Argument String definition,
            @Argument @Nullable Integer version,
            @Argument int weeks,
            DataFetchingEnvironment environment) {
        var asked = new VersionAsked(definition, version);
        return trendsOfBrands.load(environment, brand.id(), new BrandTrend(asked, checked(weeks)));
    }

    private static int checked(int weeks) {
        return Arguments.between("weeks", weeks, 1, Engagement.MOST_WEEKS);
    }
}
