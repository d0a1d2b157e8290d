package dev.grapevine.graph.points;

import static java.util.stream.Collectors.toMap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import dev.grapevine.graph.brand.Brands;
import dev.grapevine.graph.kernel.Call;
import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.Format;
import dev.grapevine.graph.kernel.Graph;
import dev.grapevine.graph.kernel.Idempotency;
import dev.grapevine.graph.kernel.Ids;
import dev.grapevine.graph.kernel.InBrand;
import dev.grapevine.graph.kernel.Inputs;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Times;
import dev.grapevine.graph.kernel.Unknown;

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
 * Currencies from the repository, kept in memory for a minute: every command names one, and they
 * hardly change. A change is known at once in this process, and after a minute in others.
 */
@Component
class CachedCurrencies implements Currencies {

    private static final Format CODE =
            Format.of(
                    "^[a-z][a-z0-9_-]{0,31}$",
                    "1 to 32 characters of a-z, 0-9, _ and -, beginning with a letter");

    private final CurrencyRepository repository;
    private final Graph graph;
    private final Idempotency idempotency;
    private final Brands brands;
    private final Ids ids;
    private final Times times;
    private final Cache<String, Map<String, Currency>> ofBrand =
            Caffeine.newBuilder()
                    .maximumSize(10_000)
                    .expireAfterWrite(Duration.ofMinutes(1))
                    .build();

    CachedCurrencies(
            CurrencyRepository repository,
            Graph graph,
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

    @Override
    public Outcome<Currency> define(Call call, String brandKey, DefineCurrency command) {
        var inputs = check(command).and(call.check());
        var brand = brands.byKey(call.caller(), brandKey);
        if (brand.isEmpty()) {
            inputs.and(new Unknown("Brand", brandKey, "brand"));
        }
        if (!inputs.areRight()) {
            return inputs.refused();
        }
        var brandId = brand.get().id();
        try {
            return define(call, brandKey, brandId, command);
        } catch (DataIntegrityViolationException _) {
            // Somebody else has defined it at the same moment: then it is changed.
            return define(call, brandKey, brandId, command);
        } finally {
            ofBrand.invalidate(brandId);
        }
    }

    private Outcome<Currency> define(
            Call call, String brandKey, String brandId, DefineCurrency command) {
        var isStandard = command.code().equals(Currency.STANDARD);
        var id = isStandard ? idOfStandard(brandId) : ids.next("cur");
        return idempotency.once(
                call,
                new InBrand(brandKey, command),
                id,
                () -> define(id, brandId, command),
                first -> Outcome.done(byFirstId(brandId, first, command.code())));
    }

    private static Inputs check(DefineCurrency command) {
        var needsDays =
                command.expiry() == Currency.Expiry.ROLLING
                        || command.expiry() == Currency.Expiry.INACTIVITY;
        var needsPeriod = command.expiry() == Currency.Expiry.PERIOD_END;
        var inputs =
                new Inputs()
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
            inputs.between("expiryDays", command.expiryDays(), 1, 36_500);
        }
        if (command.dailyTransferLimit() != null) {
            inputs.between(
                    "dailyTransferLimit",
                    command.dailyTransferLimit(),
                    1,
                    PointsLedger.LARGEST_AMOUNT);
        }
        return inputs;
    }

    /** A currency that was defined before keeps its id. */
    private Outcome<Currency> define(String id, String brandId, DefineCurrency command) {
        var before = repository.findByKey(Currency.key(brandId, command.code()));
        if (before.isPresent()
                && isInactivity(before.get().expiry()) != isInactivity(command.expiry())) {
            return new Inputs()
                    .require(
                            false,
                            "expiry",
                            "Would change when points expire that were earned before; define"
                                    + " another currency.")
                    .refused();
        }
        return Outcome.done(
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
                                command.shortfall(),
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

    @Override
    public Optional<Currency> byCode(String brandId, String code) {
        var known = byCodes(brandId).get(code);
        if (known == null) {
            // Perhaps another process has defined it since.
            ofBrand.invalidate(brandId);
        }
        return Optional.ofNullable(known == null ? byCodes(brandId).get(code) : known);
    }

    @Override
    public Map<String, List<Currency>> ofBrands(Collection<String> brandIds) {
        return brandIds.stream()
                .distinct()
                .collect(toMap(id -> id, id -> List.copyOf(byCodes(id).values())));
    }

    /** The standard currency of a brand is stored only once the brand has changed it. */
    @Override
    public Map<String, Currency> byIds(Caller caller, Collection<String> wanted) {
        var found = new HashMap<String, Currency>();
        var brandIds = wanted.stream().map(CachedCurrencies::brandOfStandard).distinct().toList();
        brands.byIds(caller, brandIds)
                .keySet()
                .forEach(
                        brandId ->
                                byCode(brandId, Currency.STANDARD)
                                        .ifPresent(standard -> found.put(standard.id(), standard)));
        graph.ask(() -> repository.findAllById(wanted)).stream()
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
                brandId, id -> byCode(id, graph.ask(() -> repository.findAllByBrandId(id))));
    }

    private Map<String, Currency> byCode(String brandId, List<Currency> stored) {
        var byCode = new TreeMap<String, Currency>(Comparator.naturalOrder());
        byCode.put(
                Currency.STANDARD,
                Currency.standard(idOfStandard(brandId), brandId, Lot.BEGINNING));
        stored.forEach(currency -> byCode.put(currency.code(), currency));
        return byCode;
    }
}
