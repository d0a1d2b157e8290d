package dev.grapevine.benchmarks;

import java.io.IOException;
import java.util.function.LongConsumer;

/** Single awards and spends over HTTP, each under an idempotency key of its own. */
final class Awards {

    static final int POINTS = 10;

    private static final String DONE = "\"userErrors\":[],\"isReplay\":";
    private static final String FIRST = DONE + "false";
    private static final Document AWARD = document("awardPoints", "AwardPointsInput");
    private static final Document SPEND = document("redeemPoints", "RedeemPointsInput");

    private final Stage stage;

    Awards(Stage stage) {
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

    /** Each call another customer, {@value #POINTS} points each. */
    Load.Opening distinctCustomers() {
        return stage.partners(
                caller -> {
                    var call = stage.nextCall();
                    award(caller, stage.customer(call).id(), POINTS, call);
                    return 1;
                });
    }

    /** One customer, awards and spends by turns, so that the balance grows; never too little. */
    Load.Opening oneCustomer(String customerId, LongConsumer acknowledge) {
        return stage.partners(
                caller -> {
                    var call = stage.nextCall();
                    var isAward = call % 2 == 0;
                    if (isAward) {
                        award(caller, customerId, POINTS, call);
                    } else {
                        spend(caller, customerId, POINTS / 2, call);
                    }
                    acknowledge.accept(isAward ? POINTS : -POINTS / 2L);
                    return 1;
                });
    }

    void award(GraphQlCaller caller, String customerId, long points, long call) throws IOException {
        caller.insist(AWARD.with(variables(customerId, points, call)), FIRST, DONE);
    }

    private void spend(GraphQlCaller caller, String customerId, long points, long call)
            throws IOException {
        caller.insist(SPEND.with(variables(customerId, points, call)), FIRST, DONE);
    }

    private static String variables(String customerId, long points, long call) {
        return "{\"input\":" + input(customerId, points, call) + "}";
    }

    /** The input of an award or a spend. */
    static String input(String customerId, long points, long call) {
        return "{\"customer\":{\"id\":\""
                + customerId
                + "\"},\"amount\":"
                + points
                + ",\"reason\":\"Benchmark\",\"idempotencyKey\":\"benchmark-"
                + call
                + "\"}";
    }
}
