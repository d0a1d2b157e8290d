package dev.grapevine.graph.reward.coupon;

import dev.grapevine.graph.kernel.command.Call;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.reward.AddCoupons;
import dev.grapevine.graph.reward.CouponBatch;
import dev.grapevine.graph.reward.Rewards;

import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/** Import of coupon codes from a file into a reward, in batches. */
@Component
public class CouponImport {

    private final Rewards rewards;

    CouponImport(Rewards rewards) {
        this.rewards = rewards;
    }

    /**
     * Reads a file to its end, without adding anything.
     *
     * @throws CouponImportRejected if the file cannot be read to its end or lacks the column
     */
    public CouponReport check(CouponFile file) {
        return CouponReport.of(file);
    }

    /**
     * Adds the valid codes of a file, in one transaction per batch, while rewards can be redeemed.
     * A repeated import adds only missing codes.
     *
     * @param call caller and idempotency key; the keys of the batches begin with this key
     * @param progress receives the number of codes processed since its last call
     * @throws CouponImportRejected if the reward rejects the codes or the file cannot be read to
     *     its end; codes added before stay
     */
    public Summary run(Call call, String rewardId, CouponFile file, LongConsumer progress) {
        var batches = new Batches(call, rewardId, progress);
        file.forEach(batches::accept);
        batches.flush();
        return new Summary(batches.added, batches.duplicates);
    }

    /** Batches of one file. */
    private final class Batches {

        private final Call call;
        private final String rewardId;
        private final LongConsumer progress;
        private List<String> codes = new ArrayList<>();
        private long batch;
        private long added;
        private long duplicates;

        Batches(Call call, String rewardId, LongConsumer progress) {
            this.call = call;
            this.rewardId = rewardId;
            this.progress = progress;
        }

        void accept(CouponFile.Line line) {
            if (AddCoupons.CODE.matches(line.code())) {
                codes.add(line.code());
            }
            if (codes.size() == Rewards.MAX_BATCH) {
                flush();
            }
        }

        void flush() {
            if (codes.isEmpty()) {
                return;
            }
            var batchCall = new Call(call.caller(), call.idempotencyKey() + ":" + batch++);
            switch (rewards.addCoupons(batchCall, new AddCoupons(rewardId, codes))) {
                case Result.Success<CouponBatch>(var done, _) -> {
                    added += done.added();
                    duplicates += done.duplicates();
                }
                case Result.Rejected<CouponBatch>(var rejections, _) ->
                        throw new CouponImportRejected(rejections.getFirst().message());
            }
            progress.accept(codes.size());
            codes = new ArrayList<>();
        }
    }

    /**
     * Result of an import.
     *
     * @param added number of new codes
     * @param duplicates number of codes that the reward already had or that the file repeats
     */
    public record Summary(long added, long duplicates) {}
}
