package dev.grapevine.graph.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;

import dev.grapevine.graph.kernel.Sha256;
import dev.grapevine.graph.kernel.Times;
import dev.grapevine.graph.kernel.command.AwardLimits;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.database.GraphClient;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * Issue and authentication of API keys. A key has the form {@code gv_live_<id>_<secret>}: the id
 * has 12 hexadecimal digits, the secret 256 random bits in 64 hexadecimal digits. Stored is the
 * SHA-256 of the secret; a password hash is unnecessary for that many random bits.
 *
 * <p>Keys are cached with the limits of their partners for 60 seconds, unknown key ids for 5
 * seconds.
 */
@Component
public class ApiKeys {

    private static final Pattern FORM = Pattern.compile("^gv_live_([0-9a-f]{12})_([0-9a-f]{64})$");
    private static final String NO_HASH = "0".repeat(64);

    private final ApiKeyRepository repository;
    private final PartnerRepository partners;
    private final GraphClient graph;
    private final Times times;
    private final SecureRandom random = new SecureRandom();
    private final Cache<String, Optional<Known>> byId =
            Caffeine.newBuilder()
                    .maximumSize(100_000)
                    .expireAfter(
                            Expiry.<String, Optional<Known>>creating(
                                    (_, key) -> Duration.ofSeconds(key.isPresent() ? 60 : 5)))
                    .build();

    private final AtomicInteger evicted = new AtomicInteger();

    ApiKeys(
            ApiKeyRepository repository,
            PartnerRepository partners,
            GraphClient graph,
            Times times) {
        this.repository = repository;
        this.partners = partners;
        this.graph = graph;
        this.times = times;
    }

    /** Cached key with the award limits of its partner. */
    private record Known(ApiKey key, AwardLimits limits) {}

    /**
     * Returns the caller that a key authenticates, with its award limits; empty if the key is
     * unknown or wrong. The hash is compared in constant time. Cached.
     */
    public Optional<Caller> callerOf(String key) {
        var parts = FORM.matcher(key);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var known = known(parts.group(1));
        var hash = known.map(found -> found.key().hash()).orElse(NO_HASH);
        var isRight =
                MessageDigest.isEqual(
                        Sha256.of(parts.group(2)).getBytes(StandardCharsets.US_ASCII),
                        hash.getBytes(StandardCharsets.US_ASCII));
        return isRight ? known.map(found -> found.key().caller(found.limits())) : Optional.empty();
    }

    private Optional<Known> known(String id) {
        var known = byId.getIfPresent(id);
        if (known != null) {
            return known;
        }
        var before = evicted.get();
        var loaded =
                graph.callRepository(
                        () ->
                                repository
                                        .findById(id)
                                        .map(key -> new Known(key, limits(key.partnerId()))));
        cache(id, loaded, before);
        return loaded;
    }

    private AwardLimits limits(@Nullable String partnerId) {
        return Optional.ofNullable(partnerId)
                .flatMap(partners::findById)
                .map(Partner::limits)
                .orElse(AwardLimits.NONE);
    }

    /** Caches a loaded key unless a partner's limits changed during the load. */
    private synchronized void cache(String id, Optional<Known> loaded, int before) {
        if (evicted.get() == before) {
            byId.put(id, loaded);
        }
    }

    /** Evicts the keys of a partner after a change of the partner's limits. */
    synchronized void evict(String partnerId) {
        evicted.incrementAndGet();
        byId.asMap()
                .values()
                .removeIf(
                        known ->
                                known.filter(found -> partnerId.equals(found.key().partnerId()))
                                        .isPresent());
    }

    /** Issues a new key for the administrator and returns it; it cannot be read again. */
    public String issueForAdministrator() {
        return graph.callRepository(() -> issue("_system", null));
    }

    /** Issues a key for a partner, inside the transaction that registers the partner. */
    String issue(String brandId, @Nullable String partnerId) {
        var id = hex(6);
        var secret = hex(32);
        repository.save(new ApiKey(id, brandId, partnerId, Sha256.of(secret), times.now()));
        return "gv_live_" + id + "_" + secret;
    }

    private String hex(int bytes) {
        var random = new byte[bytes];
        this.random.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
