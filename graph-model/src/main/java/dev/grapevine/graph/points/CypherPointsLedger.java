package dev.grapevine.graph.points;

import dev.grapevine.graph.kernel.Call;
import dev.grapevine.graph.kernel.Outcome;

import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.List;

/** Not built yet. */
@Component
class CypherPointsLedger implements PointsLedger {
    @Override
    public Outcome<PointsEntry> award(Call call, AwardPoints command) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Outcome<PointsEntry>> awardAll(List<Award> awards) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Outcome<PointsEntry> confirm(Call call, ConfirmPoints command) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Outcome<PointsEntry> redeem(Call call, RedeemPoints command) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Outcome<PointsEntry> hold(Call call, HoldPoints command) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Outcome<PointsEntry> capture(Call call, CaptureHold command) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Outcome<PointsEntry> release(Call call, ReleaseHold command) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Outcome<PointsEntry> transfer(Call call, TransferPoints command) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Outcome<PointsEntry> adjust(Call call, AdjustPoints command) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Outcome<PointsEntry> reverse(Call call, ReverseEntry command) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void settle(Collection<String> walletIds) {
        throw new UnsupportedOperationException();
    }
}
