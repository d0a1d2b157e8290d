package dev.grapevine.api.ledger.audit;

import dev.grapevine.api.kernel.security.Administrator;
import dev.grapevine.api.ledger.PointsEntryAudit;
import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.brand.Brands;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.database.GraphBusy;
import dev.grapevine.graph.ledger.EntryTime;
import dev.grapevine.graph.ledger.Wallets;
import dev.grapevine.graph.ledger.audit.LedgerAudit;
import dev.grapevine.graph.ledger.audit.LedgerAudit.AuditReport;
import dev.grapevine.graph.ledger.audit.LedgerAudit.LiabilityBand;
import dev.grapevine.graph.ledger.currency.Currencies;

import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Resolves {@code pointsLiability}, {@code verifyLedger} and {@code auditEntry}. One verification
 * runs at a time; a second one fails with {@code GRAPH_BUSY}.
 */
@Controller
class LedgerAuditController {

    private final LedgerAudit audit;
    private final Currencies currencies;
    private final Brands brands;
    private final Wallets wallets;
    private final Semaphore verification = new Semaphore(1);

    LedgerAuditController(
            LedgerAudit audit, Currencies currencies, Brands brands, Wallets wallets) {
        this.audit = audit;
        this.currencies = currencies;
        this.brands = brands;
        this.wallets = wallets;
    }

    @QueryMapping
    @Nullable List<LiabilityBand> pointsLiability(
            @Argument String brand,
            @Argument String currency,
            @Argument EntryTime by,
            Caller caller) {
        return brands.byKey(caller, brand)
                .flatMap(found -> currencies.byCode(found.id(), currency))
                .map(found -> audit.liability(found.brandId(), found.code(), by))
                .orElse(null);
    }

    @QueryMapping
    @Nullable AuditReport verifyLedger(
            @Argument @Nullable String brand, Administrator administrator) {
        var brandId = Optional.ofNullable(brand).flatMap(key -> brandId(administrator, key));
        if (brand != null && brandId.isEmpty()) {
            return null;
        }
        if (!verification.tryAcquire()) {
            throw new GraphBusy(
                    new IllegalStateException("Another verification of the ledger is running"));
        }
        try {
            return audit.verify(brandId.orElse(null), _ -> {});
        } finally {
            verification.release();
        }
    }

    @QueryMapping
    @Nullable PointsEntryAudit auditEntry(@Argument String entryId, Administrator administrator) {
        var entry = wallets.entriesByIds(administrator.caller(), List.of(entryId)).get(entryId);
        return entry == null ? null : PointsEntryAudit.of(entry, audit.hashBefore(entry));
    }

    private Optional<String> brandId(Administrator administrator, String key) {
        return brands.byKey(administrator.caller(), key).map(Brand::id);
    }
}
