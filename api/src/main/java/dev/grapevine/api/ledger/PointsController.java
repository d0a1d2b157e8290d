package dev.grapevine.api.ledger;

import dev.grapevine.api.kernel.security.Administrator;
import dev.grapevine.graph.kernel.command.Call;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.InvalidInput;
import dev.grapevine.graph.ledger.PointsLedger;

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
    EntryPayload awardPoints(@Argument AwardPointsInput input, Caller caller) {
        var call = new Call(caller, input.idempotencyKey());
        return EntryPayload.of(ledger.award(call, input.command()));
    }

    @MutationMapping
    AwardPointsBatchPayload awardPointsBatch(@Argument AwardPointsBatchInput input, Caller caller) {
        var awards = input.commands(caller);
        if (awards.isEmpty()) {
            return AwardPointsBatchPayload.rejected(
                    new InvalidInput(
                            List.of("awards"), "awards is empty; at least one award is required."));
        }
        if (awards.size() > PointsLedger.MAX_BATCH) {
            return AwardPointsBatchPayload.rejected(BatchRejection.TOO_MANY_AWARDS);
        }
        return AwardPointsBatchPayload.of(ledger.awardAll(awards));
    }

    @MutationMapping
    EntryPayload confirmPoints(@Argument ConfirmPointsInput input, Caller caller) {
        var call = new Call(caller, input.idempotencyKey());
        return EntryPayload.of(ledger.confirm(call, input.command()));
    }

    @MutationMapping
    EntryPayload redeemPoints(@Argument RedeemPointsInput input, Caller caller) {
        var call = new Call(caller, input.idempotencyKey());
        return EntryPayload.of(ledger.redeem(call, input.command()));
    }

    @MutationMapping
    EntryPayload holdPoints(@Argument HoldPointsInput input, Caller caller) {
        var call = new Call(caller, input.idempotencyKey());
        return EntryPayload.of(ledger.hold(call, input.command()));
    }

    @MutationMapping
    EntryPayload captureHold(@Argument CaptureHoldInput input, Caller caller) {
        var call = new Call(caller, input.idempotencyKey());
        return EntryPayload.of(ledger.capture(call, input.command()));
    }

    @MutationMapping
    EntryPayload releaseHold(@Argument ReleaseHoldInput input, Caller caller) {
        var call = new Call(caller, input.idempotencyKey());
        return EntryPayload.of(ledger.release(call, input.command()));
    }

    @MutationMapping
    EntryPayload transferPoints(@Argument TransferPointsInput input, Caller caller) {
        var call = new Call(caller, input.idempotencyKey());
        return EntryPayload.of(ledger.transfer(call, input.command()));
    }

    @MutationMapping
    EntryPayload adjustPoints(@Argument AdjustPointsInput input, Administrator administrator) {
        var call = administrator.call(input.idempotencyKey());
        return EntryPayload.of(ledger.adjust(call, input.command()));
    }

    @MutationMapping
    EntryPayload reverseEntry(@Argument ReverseEntryInput input, Caller caller) {
        var call = new Call(caller, input.idempotencyKey());
        return EntryPayload.of(ledger.reverse(call, input.command()));
    }
}
