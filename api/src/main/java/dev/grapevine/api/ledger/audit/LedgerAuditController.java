package dev.grapevine.api.ledger.audit;

import dev.grapevine.api.kernel.security.Administrator;
import dev.grapevine.api.ledger.PointsEntryAudit;
import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.brand.Brands;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.database.GraphBusy;
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

/** Looks at a brand's ledger as a whole. */
@Controller
class LedgerAuditController {

    private final LedgerAudit audit;
    private final Currencies currencies;
    private final Brands brands;
    private final Wallets wallets;
    private final Semaphore oneAtATime = new Semaphore(1);

    LedgerAuditController(
            LedgerAudit audit, Currencies currencies, Brands brands, Wallets wallets) {
        this.audit = audit;
        this.currencies = currencies;
        this.brands = brands;
        this.wallets = wallets;
    }

    @QueryMapping
    @Nullable List<LiabilityBand> pointsLiability(
            @Argument String brand, @Argument String currency, Caller caller) {
        return brands.byKey(caller, brand)
                .flatMap(known -> currencies.byCode(known.id(), currency))
                .map(known -> audit.liability(known.brandId(), known.code()))
                .orElse(null);
    }

    @QueryMapping
    @Nullable AuditReport verifyLedger(
            @Argument @Nullable String brand, Administrator administrator) {
        var known = Optional.ofNullable(brand).flatMap(key -> brandId(administrator, key));
        if (brand != null && known.isEmpty()) {
            return null;
        }
        if (!oneAtATime.tryAcquire()) {
            throw new GraphBusy(new IllegalStateException("The ledger is being verified"));
        }
        try {
            return audit.verify(known.orElse(null), _ -> {});
        } finally {
            oneAtATime.release();
        }
    }

    @QueryMapping
    @Nullable PointsEntryAudit auditEntry(@Argument String id, Administrator administrator) {
        var entry = wallets.entriesByIds(administrator.caller(), List.of(id)).get(id);
        return entry == null ? null : PointsEntryAudit.of(entry);
    }

    private Optional<String> brandId(Administrator administrator, String key) {
        return brands.byKey(administrator.caller(), key).map(Brand::id);
    }
}
