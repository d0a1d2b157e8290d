package dev.grapevine.benchmarks.measurement;

import dev.grapevine.benchmarks.load.Document;
import dev.grapevine.benchmarks.load.GraphQlCaller;
import dev.grapevine.benchmarks.load.Load;
import dev.grapevine.benchmarks.stage.Stage;

import java.io.IOException;
import java.util.function.LongConsumer;

/** Single awards and redemptions over HTTP, each with a new idempotency key. */
public final class Awards {

    public static final int POINTS = 10;

    private static final String DONE = "\"userErrors\":[],\"isReplay\":";
    private static final String FIRST = DONE + "false";
    private static final Document AWARD = document("awardPoints", "AwardPointsInput");
    private static final Document REDEEM = document("redeemPoints", "RedeemPointsInput");

    private final Stage stage;

    public Awards(Stage stage) {
        this.stage = stage;
    }

    private static Document document(String mutation, String input) {
        return new Document(
                """
                mutation($input: %s!) {
                  %s(input: $input) { entry { id balanceAfter } userErrors { code } isReplay }
                }\
                """
                        .formatted(input, mutation));
    }

    /**
     * Returns callers that award {@value #POINTS} points per call, each call to another customer.
     */
    public Load.CallerFactory distinctCustomers() {
        return stage.partners(
                caller -> {
                    var call = stage.nextCall();
                    award(caller, stage.customer(call).id(), POINTS, call);
                    return 1;
                });
    }

    /**
     * Returns callers that alternately award and redeem points of one customer. An award exceeds a
     * redemption, so that the balance grows.
     */
    public Load.CallerFactory oneCustomer(String customerId, LongConsumer acknowledge) {
        return stage.partners(
                caller -> {
                    var call = stage.nextCall();
                    var isAward = call % 2 == 0;
                    if (isAward) {
                        award(caller, customerId, POINTS, call);
                    } else {
                        redeem(caller, customerId, POINTS / 2, call);
                    }
                    acknowledge.accept(isAward ? POINTS : -POINTS / 2L);
                    return 1;
                });
    }

    public void award(GraphQlCaller caller, String customerId, long points, long call)
            throws IOException {
        caller.sendUntilAnswered(AWARD.with(variables(customerId, points, call)), FIRST, DONE);
    }

    private void redeem(GraphQlCaller caller, String customerId, long points, long call)
            throws IOException {
        caller.sendUntilAnswered(REDEEM.with(variables(customerId, points, call)), FIRST, DONE);
    }

    private static String variables(String customerId, long points, long call) {
        return "{\"input\":" + input(customerId, points, call) + "}";
    }

    /** Returns the input of an award or redemption. */
    public static String input(String customerId, long points, long call) {
        return "{\"customer\":{\"id\":\""
                + customerId
                + "\"},\"amount\":"
                + points
                + ",\"reason\":\"Benchmark\",\"idempotencyKey\":\"benchmark-"
                + call
                + "\"}";
    }
}
