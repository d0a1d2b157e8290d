package dev.grapevine.graph.ledger.currency;

import static java.util.stream.Collectors.toMap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import dev.grapevine.graph.brand.Brands;
import dev.grapevine.graph.kernel.Format;
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
import dev.grapevine.graph.ledger.PointsLedger;
import dev.grapevine.graph.ledger.PointsLot;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The currencies of all brands.
 *
 * <p>Currencies from the repository, kept in memory for a minute: every command names one, and they
 * hardly change. A change is known at once in this process, and after a minute in others.
 */
@Component
public class Currencies {

    private static final Format CODE =
            Format.of(
                    "^[a-z][a-z0-9_-]{0,31}$",
                    "1 to 32 characters of a-z, 0-9, _ and -, beginning with a letter");

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
     * Defines a currency of a brand or changes its rules, once per idempotency key. Refusals:
     * {@code INVALID_INPUT}, {@code BRAND_NOT_FOUND}.
     */
    public Result<Currency> set(Call call, String brandKey, SetCurrency command) {
        var validation = check(command).and(call.check());
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
            // Somebody else has defined it at the same moment: then it is changed.
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

    private static Validation check(SetCurrency command) {
        var needsDays =
                command.expiry() == Currency.Expiry.ROLLING
                        || command.expiry() == Currency.Expiry.INACTIVITY;
        var needsPeriod = command.expiry() == Currency.Expiry.PERIOD_END;
        var validation =
                new Validation()
                        .matches("code", command.code(), CODE)
                        .text("name", command.name(), 1, 100)
                        .require(
                                needsDays == (command.expiryDays() != null),
                                "expiryDays",
                                "Is for ROLLING and INACTIVITY, and needed there.")
                        .require(
                                needsPeriod == (command.expiryPeriod() != null),
                                "expiryPeriod",
                                "Is for PERIOD_END, and needed there.");
        if (command.expiryDays() != null) {
            validation.between("expiryDays", command.expiryDays(), 1, 36_500);
        }
        if (command.dailyTransferLimit() != null) {
            validation.between(
                    "dailyTransferLimit", command.dailyTransferLimit(), 1, PointsLedger.MAX_AMOUNT);
        }
        return validation;
    }

    /** A currency that was defined before keeps its id. */
    private Result<Currency> set(String id, String brandId, SetCurrency command) {
        var before = repository.findByKey(Currency.key(brandId, command.code()));
        if (before.isPresent()
                && isInactivity(before.get().expiry()) != isInactivity(command.expiry())) {
            return new Validation()
                    .require(
                            false,
                            "expiry",
                            "Would change when points expire that were earned before; define"
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
                                times.now())));
    }

    /** By inactivity all points of a wallet expire together, whenever they were earned. */
    private static boolean isInactivity(Currency.Expiry expiry) {
        return expiry == Currency.Expiry.INACTIVITY;
    }

    private Currency byFirstId(String brandId, String firstId, String code) {
        return repository
                .findById(firstId)
                .or(() -> repository.findByKey(Currency.key(brandId, code)))
                .orElseThrow();
    }

    /** The currency of a brand with this code. Mostly answered from memory. */
    public Optional<Currency> byCode(String brandId, String code) {
        var known = byCodes(brandId).get(code);
        if (known == null) {
            // Perhaps another process has defined it since.
            ofBrand.invalidate(brandId);
        }
        return Optional.ofNullable(known == null ? byCodes(brandId).get(code) : known);
    }

    /** The currencies of each brand, the standard one among them, by brand id, by code. */
    public Map<String, List<Currency>> ofBrands(Collection<String> brandIds) {
        return brandIds.stream()
                .distinct()
                .collect(toMap(id -> id, id -> List.copyOf(byCodes(id).values())));
    }

    /**
     * The currencies with these ids that the caller may see, by id.
     *
     * <p>The standard currency of a brand is stored only once the brand has changed it.
     */
    public Map<String, Currency> byIds(Caller caller, Collection<String> wanted) {
        var found = new HashMap<String, Currency>();
        var brandIds = wanted.stream().map(Currencies::brandOfStandard).distinct().toList();
        brands.byIds(caller, brandIds)
                .keySet()
                .forEach(
                        brandId ->
                                byCode(brandId, Currency.STANDARD)
                                        .ifPresent(standard -> found.put(standard.id(), standard)));
        graph.callRepository(() -> repository.findAllById(wanted)).stream()
                .filter(currency -> caller.sees(currency.brandId()))
                .forEach(currency -> found.put(currency.id(), currency));
        found.keySet().retainAll(wanted);
        return found;
    }

    /** The brand's own id makes the standard currency's the same everywhere. */
    private static String idOfStandard(String brandId) {
        return "cur_" + brandId.substring(brandId.indexOf('_') + 1);
    }

    private static String brandOfStandard(String id) {
        return "brd_" + id.substring(id.indexOf('_') + 1);
    }

    /** From memory, or loaded under the lock of its key, so that no load overtakes a change. */
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
