package dev.grapevine.api.ledger;

import dev.grapevine.api.kernel.security.Administrator;
import dev.grapevine.graph.kernel.command.Call;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.InvalidInput;
import dev.grapevine.graph.ledger.PointsLedger;
import dev.grapevine.graph.ledger.command.AdjustPoints;
import dev.grapevine.graph.ledger.command.AwardPoints;
import dev.grapevine.graph.ledger.command.CaptureHold;
import dev.grapevine.graph.ledger.command.ConfirmPoints;
import dev.grapevine.graph.ledger.command.HoldPoints;
import dev.grapevine.graph.ledger.command.RedeemPoints;
import dev.grapevine.graph.ledger.command.ReleaseHold;
import dev.grapevine.graph.ledger.command.ReverseEntry;
import dev.grapevine.graph.ledger.command.TransferPoints;

import graphql.schema.DataFetchingEnvironment;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

import java.util.List;

/** Resolves the mutations of the ledger. */
@Controller
class PointsController {

    private final PointsLedger ledger;

    PointsController(PointsLedger ledger) {
        this.ledger = ledger;
    }

    @MutationMapping
    EntryPayload awardPoints(@Argument AwardPoints input, Call call) {
        return EntryPayload.of(ledger.award(call, input));
    }

    @MutationMapping
    AwardPointsBatchPayload awardPointsBatch(
            @Argument AwardPointsBatchInput input,
            Caller caller,
            DataFetchingEnvironment environment) {
        var awards = input.calls(caller, environment);
        if (awards.isEmpty()) {
            return AwardPointsBatchPayload.rejected(
                    new InvalidInput(
                            List.of("awards"), "awards is empty; at least one award is required."));
        }
        if (awards.size() > PointsLedger.MAX_BATCH) {
            return AwardPointsBatchPayload.rejected(
                    BatchRejection.TOO_MANY_AWARDS.with(awards.size()));
        }
        return AwardPointsBatchPayload.of(ledger.awardAll(awards));
    }

    @MutationMapping
    EntryPayload confirmPoints(@Argument ConfirmPoints input, Call call) {
        return EntryPayload.of(ledger.confirm(call, input));
    }

    @MutationMapping
    EntryPayload redeemPoints(@Argument RedeemPoints input, Call call) {
        return EntryPayload.of(ledger.redeem(call, input));
    }

    @MutationMapping
    EntryPayload holdPoints(@Argument HoldPoints input, Call call) {
        return EntryPayload.of(ledger.hold(call, input));
    }

    @MutationMapping
    EntryPayload captureHold(@Argument CaptureHold input, Call call) {
        return EntryPayload.of(ledger.capture(call, input));
    }

    @MutationMapping
    EntryPayload releaseHold(@Argument ReleaseHold input, Call call) {
        return EntryPayload.of(ledger.release(call, input));
    }

    @MutationMapping
    EntryPayload transferPoints(@Argument TransferPoints input, Call call) {
        return EntryPayload.of(ledger.transfer(call, input));
    }

    @MutationMapping
    EntryPayload adjustPoints(@Argument AdjustPoints input, Administrator administrator) {
        return EntryPayload.of(ledger.adjust(administrator.call(), input));
    }

    @MutationMapping
    EntryPayload reverseEntry(@Argument ReverseEntry input, Call call) {
        return EntryPayload.of(ledger.reverse(call, input));
    }
}
