package dev.grapevine.graph.ledger.currency;

import static java.util.stream.Collectors.toMap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

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
import dev.grapevine.graph.ledger.EntryTime;
import dev.grapevine.graph.ledger.PointsLot;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Service that sets and reads the currencies of brands. Currencies are cached for a minute: a
 * change is visible at once in this process, and within a minute in others.
 */
@Component
public class Currencies {

    private final CurrencyRepository repository;
    private final GraphClient graph;
    private final Idempotency idempotency;
    private final Brands brands;
    private final Ids ids;
    private final Times times;
    private final Cache<String, Map<String, Currency>> ofBrand =
            Caffeine.newBuilder()
                    .maximumSize(10_000)
                    .expireAfterWrite(Duration.ofMinutes(1))
                    .build();

    Currencies(
            CurrencyRepository repository,
            GraphClient graph,
            Idempotency idempotency,
            Brands brands,
            Ids ids,
            Times times) {
        this.repository = repository;
        this.graph = graph;
        this.idempotency = idempotency;
        this.brands = brands;
        this.ids = ids;
        this.times = times;
    }

    /**
     * Creates a currency of a brand or replaces its rules, once per idempotency key. Rejections:
     * {@code INVALID_INPUT}, {@code BRAND_NOT_FOUND}.
     */
    public Result<Currency> set(Call call, String brandKey, SetCurrency command) {
        var validation = CurrencyValidator.check(command).and(call.check());
        var brand = brands.byKey(call.caller(), brandKey);
        if (brand.isEmpty()) {
            validation.and(new NotFound("Brand", brandKey, "brand"));
        }
        if (!validation.isValid()) {
            return validation.rejected();
        }
        var brandId = brand.get().id();
        try {
            return set(call, brandKey, brandId, command);
        } catch (DataIntegrityViolationException _) {
            // A concurrent call has created the currency: the second attempt updates it.
            return set(call, brandKey, brandId, command);
        } finally {
            ofBrand.invalidate(brandId);
        }
    }

    private Result<Currency> set(Call call, String brandKey, String brandId, SetCurrency command) {
        var isStandard = command.code().equals(Currency.STANDARD);
        var id = isStandard ? idOfStandard(brandId) : ids.next("cur");
        return idempotency.execute(
                call,
                new BrandCommand(brandKey, command),
                id,
                () -> set(id, brandId, command),
                first -> Result.success(byFirstId(brandId, first, command.code())));
    }

    /** Saves the currency; an existing one keeps its id. */
    private Result<Currency> set(String id, String brandId, SetCurrency command) {
        var before = repository.findByKey(Currency.key(brandId, command.code()));
        if (before.isPresent()
                && isInactivity(before.get().expiry()) != isInactivity(command.expiry())) {
            return new Validation()
                    .require(
                            false,
                            "expiry",
                            "expiry cannot change from "
                                    + before.get().expiry()
                                    + " to "
                                    + command.expiry()
                                    + ", because the expiry of earlier points would change; create"
                                    + " another currency.")
                    .rejected();
        }
        return Result.success(
                repository.save(
                        new Currency(
                                before.map(Currency::id).orElse(id),
                                brandId,
                                Currency.key(brandId, command.code()),
                                command.code(),
                                command.name(),
                                command.expiry(),
                                command.expiryDays(),
                                command.expiryPeriod(),
                                command.isTransferable(),
                                command.dailyTransferLimit(),
                                command.negativeBalancePolicy(),
                                command.expiresByCredit()
                                        ? Objects.requireNonNullElse(
                                                command.expiryFrom(), EntryTime.EFFECTIVE)
                                        : null,
                                times.now())));
    }

    /** Returns true if all points of a wallet expire together, whatever their age. */
    private static boolean isInactivity(Currency.Expiry expiry) {
        return expiry == Currency.Expiry.INACTIVITY;
    }

    private Currency byFirstId(String brandId, String firstId, String code) {
        return repository
                .findById(firstId)
                .or(() -> repository.findByKey(Currency.key(brandId, code)))
                .orElseThrow();
    }

    /** Returns the currency of a brand by its code, mostly from the cache. */
    public Optional<Currency> byCode(String brandId, String code) {
        var cached = byCodes(brandId).get(code);
        if (cached == null) {
            // Another process may have created the currency since.
            ofBrand.invalidate(brandId);
        }
        return Optional.ofNullable(cached == null ? byCodes(brandId).get(code) : cached);
    }

    /**
     * Returns the currencies of brands, with the standard currency, ordered by code, by brand id.
     */
    public Map<String, List<Currency>> ofBrands(Collection<String> brandIds) {
        return brandIds.stream()
                .distinct()
                .collect(toMap(id -> id, id -> List.copyOf(byCodes(id).values())));
    }

    /**
     * Returns the currencies that exist and are visible to the caller, by id. The standard currency
     * exists in every brand, but is stored only after the brand has set it.
     */
    public Map<String, Currency> byIds(Caller caller, Collection<String> currencyIds) {
        var found = new HashMap<String, Currency>();
        var brandIds = currencyIds.stream().map(Currencies::brandOfStandard).distinct().toList();
        brands.byIds(caller, brandIds)
                .keySet()
                .forEach(
                        brandId ->
                                byCode(brandId, Currency.STANDARD)
                                        .ifPresent(standard -> found.put(standard.id(), standard)));
        graph.callRepository(() -> repository.findAllById(currencyIds)).stream()
                .filter(currency -> caller.sees(currency.brandId()))
                .forEach(currency -> found.put(currency.id(), currency));
        found.keySet().retainAll(currencyIds);
        return found;
    }

    /**
     * Derives the id of the standard currency from the brand id, so that the id is the same in all
     * processes.
     */
    private static String idOfStandard(String brandId) {
        return "cur_" + brandId.substring(brandId.indexOf('_') + 1);
    }

    private static String brandOfStandard(String id) {
        return "brd_" + id.substring(id.indexOf('_') + 1);
    }

    /**
     * Returns the currencies of a brand from the cache; loads them under the lock of the cache key,
     * so that no load overwrites a later invalidation.
     */
    private Map<String, Currency> byCodes(String brandId) {
        return ofBrand.get(
                brandId,
                id -> byCode(id, graph.callRepository(() -> repository.findAllByBrandId(id))));
    }

    private Map<String, Currency> byCode(String brandId, List<Currency> stored) {
        var byCode = new TreeMap<String, Currency>(Comparator.naturalOrder());
        byCode.put(
                Currency.STANDARD,
                Currency.standard(idOfStandard(brandId), brandId, PointsLot.BEGINNING));
        stored.forEach(currency -> byCode.put(currency.code(), currency));
        return byCode;
    }
}
