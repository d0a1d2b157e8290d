package dev.grapevine.graph.partner;

import static java.util.stream.Collectors.toMap;

import dev.grapevine.graph.brand.Brands;
import dev.grapevine.graph.kernel.Call;
import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.Graph;
import dev.grapevine.graph.kernel.Idempotency;
import dev.grapevine.graph.kernel.Ids;
import dev.grapevine.graph.kernel.InBrand;
import dev.grapevine.graph.kernel.Inputs;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Times;
import dev.grapevine.graph.kernel.Unknown;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.Map;

/** Partners from the repository. */
@Component
class GraphPartners implements Partners {

    private final PartnerRepository repository;
    private final CachedApiKeys keys;
    private final Graph graph;
    private final Idempotency idempotency;
    private final Brands brands;
    private final Ids ids;
    private final Times times;

    GraphPartners(
            PartnerRepository repository,
            CachedApiKeys keys,
            Graph graph,
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

    @Override
    public Outcome<NewPartner> register(Call call, String brandKey, RegisterPartner command) {
        var inputs = new Inputs().text("name", command.name(), 1, 100).and(call.check());
        var brand = brands.byKey(call.caller(), brandKey);
        if (brand.isEmpty()) {
            inputs.and(new Unknown("Brand", brandKey, "brand"));
        }
        if (!inputs.areRight()) {
            return inputs.refused();
        }
        var id = ids.next("ptn");
        var brandId = brand.get().id();
        var inBrand = new InBrand(brandKey, command);
        return idempotency.once(
                call,
                inBrand,
                id,
                () -> register(id, brandId, command),
                first ->
                        Outcome.done(
                                new NewPartner(repository.findById(first).orElseThrow(), null)));
    }

    private Outcome<NewPartner> register(String id, String brandId, RegisterPartner command) {
        var partner = repository.save(Partner.unlimited(id, brandId, command.name(), times.now()));
        return Outcome.done(new NewPartner(partner, keys.issue(brandId, id)));
    }

    @Override
    public Outcome<Partner> setLimits(Call call, SetPartnerLimits command) {
        var inputs = call.check();
        amount(inputs, "perCall", command.perCall());
        amount(inputs, "perCustomerPerDay", command.perCustomerPerDay());
        amount(inputs, "total", command.total());
        if (!inputs.areRight()) {
            return inputs.refused();
        }
        try {
            return idempotency.once(
                    call,
                    command,
                    ids.next("set"),
                    () -> limit(call.caller(), command),
                    _ -> partner(call.caller(), command.partnerId()));
        } finally {
            // Also if nobody knows whether it was committed.
            keys.forget(command.partnerId());
        }
    }

    private static void amount(Inputs inputs, String field, @Nullable Long amount) {
        if (amount != null) {
            inputs.between(field, amount, 0, Inputs.LARGEST);
        }
    }

    private Outcome<Partner> limit(Caller caller, SetPartnerLimits command) {
        return partner(caller, command.partnerId())
                .map(partner -> repository.save(partner.limitedTo(command.limits())));
    }

    private Outcome<Partner> partner(Caller caller, String id) {
        return repository
                .findById(id)
                .filter(partner -> caller.sees(partner.brandId()))
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(new Unknown("Partner", id, "partnerId")));
    }

    @Override
    public Map<String, Partner> byIds(Caller caller, Collection<String> wanted) {
        return graph.ask(() -> repository.findAllById(wanted)).stream()
                .filter(partner -> caller.sees(partner.brandId()))
                .collect(toMap(Partner::id, partner -> partner));
    }
}
