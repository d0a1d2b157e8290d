package dev.grapevine.benchmarks.measurement;

import dev.grapevine.benchmarks.load.Document;
import dev.grapevine.benchmarks.load.GraphQlCaller;
import dev.grapevine.benchmarks.load.Load;
import dev.grapevine.benchmarks.load.Plan;
import dev.grapevine.benchmarks.stage.Skipped;
import dev.grapevine.benchmarks.stage.Stage;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Goal 2: awards in batches of 500, compared with single awards of the driver. Throughput in awards
 * per second; latencies are those of a batch. The batches have five times as many awards as the
 * driver has requests, so that a turn takes long enough.
 */
public final class AwardBatches implements Measurement {

    private static final int BATCH = 500;
    private static final int AWARDS_PER_REQUEST = 5;

    /**
     * Limit because 64 concurrent batches would be 32,000 concurrent awards, which is unrealistic.
     */
    private static final int CONNECTIONS_MAX = 8;

    private static final String TEXT =
            """
            mutation($awards: [AwardPointsInput!]!) {
              awardPointsBatch(input: {awards: $awards}) { results { entry { id } userErrors { code } } }
            }\
            """;
    private static final String RESULTS = "\"results\":[";
    private static final Document DOCUMENT = new Document(TEXT);

    private final Stage stage;
    private final int connections;
    private final AwardBaselines baselines;

    public AwardBatches(Stage stage, Plan plan) {
        this.stage = stage;
        this.connections = plan.connections();
        this.baselines = new AwardBaselines(stage, plan);
    }

    @Override
    public String name() {
        return "award-batches";
    }

    @Override
    public List<Comparison> comparisons() {
        return List.of(
                new Comparison(
                        "2 awardPointsBatch of 500 [awards]",
                        AwardBaselines.OURS,
                        AwardBaselines.DRIVER,
                        new Goal.AtLeast(8)),
                new Comparison(
                        "2 the same, minimal baseline",
                        AwardBaselines.OURS,
                        AwardBaselines.SIMPLE,
                        null));
    }

    @Override
    public void prepare() throws Skipped {
        stage.expect("awardPointsBatch", TEXT, Map.of("awards", List.of()));
        baselines.open();
    }

    @Override
    public void run(Round round) {
        var batches = Math.max(1, round.requests() * AWARDS_PER_REQUEST / BATCH);
        var callers = Math.min(connections, CONNECTIONS_MAX);
        round.ours(
                AwardBaselines.OURS,
                stage,
                () -> baselines.count(Load.run(batches, callers, stage.partners(this::send))));
        baselines.run(round);
    }

    private int send(GraphQlCaller caller) throws IOException {
        var awards =
                LongStream.range(0, BATCH)
                        .mapToObj(_ -> stage.nextCall())
                        .map(call -> Awards.input(stage.customer(call).id(), Awards.POINTS, call))
                        .collect(Collectors.joining(",", "{\"awards\":[", "]}"));
        var response = caller.sendUntilAnswered(DOCUMENT.with(awards), RESULTS, RESULTS);
        if (response.contains("\"code\":")) {
            throw new IOException(
                    response.substring(response.indexOf("\"code\":")).substring(0, 80));
        }
        return response.split("\"entry\":\\{", -1).length - 1;
    }

    @Override
    public List<SumCheck.Finding> findings() {
        return baselines.findings();
    }
}
