package dev.grapevine.graph.access;

import static java.util.stream.Collectors.toMap;

import dev.grapevine.graph.brand.Brands;
import dev.grapevine.graph.kernel.Ids;
import dev.grapevine.graph.kernel.Times;
import dev.grapevine.graph.kernel.command.BrandCommand;
import dev.grapevine.graph.kernel.command.Call;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.Idempotency;
import dev.grapevine.graph.kernel.command.NotFound;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.kernel.command.Validation;
import dev.grapevine.graph.kernel.database.GraphClient;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.Map;

/** Partners of all brands: registration, limits and look-up. */
@Component
public class Partners {

    private final PartnerRepository repository;
    private final ApiKeys keys;
    private final GraphClient graph;
    private final Idempotency idempotency;
    private final Brands brands;
    private final Ids ids;
    private final Times times;

    Partners(
            PartnerRepository repository,
            ApiKeys keys,
            GraphClient graph,
            Idempotency idempotency,
            Brands brands,
            Ids ids,
            Times times) {
        this.repository = repository;
        this.keys = keys;
        this.graph = graph;
        this.idempotency = idempotency;
        this.brands = brands;
        this.ids = ids;
        this.times = times;
    }

    /**
     * Registers a partner of a brand and issues its API key, once per idempotency key; only the
     * first result contains the key. Rejections: {@code INVALID_INPUT}, {@code BRAND_NOT_FOUND}.
     */
    public Result<RegisteredPartner> register(Call call, String brandKey, RegisterPartner command) {
        var validation = new Validation().name("name", command.name(), 100).and(call.check());
        var brand = brands.byKey(call.caller(), brandKey);
        if (brand.isEmpty()) {
            validation.and(new NotFound("Brand", brandKey, "brand"));
        }
        if (!validation.isValid()) {
            return validation.rejected();
        }
        var id = ids.next("ptn");
        var brandId = brand.get().id();
        var brandCommand = new BrandCommand(brandKey, command);
        return idempotency.execute(
                call,
                brandCommand,
                id,
                () -> register(id, brandId, command),
                first ->
                        Result.success(
                                new RegisteredPartner(
                                        repository.findById(first).orElseThrow(), null)));
    }

    private Result<RegisteredPartner> register(String id, String brandId, RegisterPartner command) {
        var partner = repository.save(Partner.unlimited(id, brandId, command.name(), times.now()));
        return Result.success(new RegisteredPartner(partner, keys.issue(brandId, id)));
    }

    /**
     * Replaces the limits of a partner, once per idempotency key. The limits apply to awards that
     * start afterwards: at once in this process, within a minute in other processes. Rejections:
     * {@code INVALID_INPUT}, {@code PARTNER_NOT_FOUND}.
     */
    public Result<Partner> setLimits(Call call, SetPartnerLimits command) {
        var validation = call.check();
        amount(validation, "perCall", command.perCall());
        amount(validation, "perCustomerPerDay", command.perCustomerPerDay());
        amount(validation, "total", command.total());
        if (!validation.isValid()) {
            return validation.rejected();
        }
        try {
            return idempotency.execute(
                    call,
                    command,
                    ids.next("set"),
                    () -> limit(call.caller(), command),
                    _ -> partner(call.caller(), command.partnerId()));
        } finally {
            // Also after an exception: the transaction may have been committed.
            keys.evict(command.partnerId());
        }
    }

    private static void amount(Validation validation, String field, @Nullable Long amount) {
        if (amount != null) {
            validation.between(field, amount, 0, Validation.MAX_AMOUNT);
        }
    }

    private Result<Partner> limit(Caller caller, SetPartnerLimits command) {
        return partner(caller, command.partnerId())
                .map(partner -> repository.save(partner.limitedTo(command.limits())));
    }

    private Result<Partner> partner(Caller caller, String id) {
        return repository
                .findById(id)
                .filter(partner -> caller.sees(partner.brandId()))
                .map(Result::success)
                .orElseGet(() -> Result.rejected(new NotFound("Partner", id, "partnerId")));
    }

    /** Returns the partners with these ids that the caller may see, by id. One round trip. */
    public Map<String, Partner> byIds(Caller caller, Collection<String> partnerIds) {
        return graph.callRepository(() -> repository.findAllById(partnerIds)).stream()
                .filter(partner -> caller.sees(partner.brandId()))
                .collect(toMap(Partner::id, partner -> partner));
    }
}
