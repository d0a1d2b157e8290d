package dev.grapevine.graph.reward;

import dev.grapevine.graph.kernel.Times;
import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.kernel.database.Rows;

import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Coupons of rewards, numbered from 1 in the order in which they were added. */
@Component
class CouponCodes {

    private static final CypherStatement ADD = CypherStatement.of(CouponCodes.class, "add-coupons");
    private static final CypherStatement BATCHES =
            CypherStatement.of(CouponCodes.class, "coupon-batches-by-ids");

    private final GraphClient graph;
    private final Times times;

    CouponCodes(GraphClient graph, Times times) {
        this.graph = graph;
        this.times = times;
    }

    private record Row(String key, String code) {}

    /** Adds codes to a locked reward. */
    CouponBatch add(String batchId, Reward reward, List<String> codes) {
        var rows = codes.stream().distinct().map(code -> row(reward, code)).toList();
        var batch =
                new CouponBatch(
                        batchId,
                        reward.brandId(),
                        reward.id(),
                        0,
                        codes.size() - rows.size(),
                        times.now());
        return graph.write(
                        ADD,
                        Map.of("batch", batch, "rows", rows, "next", reward.couponsAdded() + 1),
                        Rows.to(CouponBatch.class, "batch"))
                .getFirst();
    }

    private static Row row(Reward reward, String code) {
        return new Row(reward.id() + "|" + code, code);
    }

    List<CouponBatch> batches(Collection<String> ids) {
        return graph.read(
                BATCHES, Map.of("ids", List.copyOf(ids)), Rows.to(CouponBatch.class, "batch"));
    }
}
