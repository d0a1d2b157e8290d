package dev.grapevine.api.earning;

import dev.grapevine.api.kernel.PayloadData;
import dev.grapevine.graph.earning.simulation.SimulatedActivity;
import dev.grapevine.graph.kernel.command.Rejection;
import dev.grapevine.graph.kernel.command.Result;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Result of the query simulateActivity. */
record SimulateActivityPayload(
        @Nullable SimulatedActivity simulatedActivity, List<Rejection> userErrors) {

    static SimulateActivityPayload of(Result<SimulatedActivity> result) {
        var payloadData = PayloadData.to(result);
        return new SimulateActivityPayload(payloadData.value(), payloadData.userErrors());
    }
}
