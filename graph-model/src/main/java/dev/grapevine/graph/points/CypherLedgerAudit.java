package dev.grapevine.graph.points;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.*;
import java.util.function.*;

/** Not built yet. */
@Component
class CypherLedgerAudit implements LedgerAudit {
    @Override
    public AuditReport verify(@Nullable String brandId, LongConsumer progress) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<LiabilityBand> liability(String brandId, String currency) {
        throw new UnsupportedOperationException();
    }
}
