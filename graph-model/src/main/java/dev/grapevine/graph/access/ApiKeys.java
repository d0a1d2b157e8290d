package dev.grapevine.graph.access;

import dev.grapevine.graph.kernel.Sha256;
import dev.grapevine.graph.kernel.Times;
import dev.grapevine.graph.kernel.command.AwardLimits;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.database.GraphClient;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;


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
 * The keys that open the API. A key is {@code gv_live_<id>_<secret>}: the id, 12 hexadecimal
 * digits, finds it, the secret, 256 random bits in 64 hexadecimal digits, proves it. Stored is the
 * secret's SHA-256: with so many random bits nothing slower is needed.
 *
 * <p>Keys from the repository with the limits of their partners, kept in memory for a minute; that
 * a key does not exist is remembered for five seconds.
 */
@Component
public class ApiKeys {

    private static final Pattern FORM = Pattern.compile("^gv_live_([0-9a-f]{12})_([0-9a-f]{64})$");
    private static final String NO_HASH = "0".repeat(64);

    private final ApiKeyRepository repository;
    private final PartnerRepository partners;
    private final GraphClient graphClient;
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
            GraphClient graphClient,
            Times times) {
        this.repository = repository;
        this.partners = partners;
        this.graphClient = graphClient;
        this.times = times;
    }

    /** A key and how many points its holder may give. */
    private record Known(ApiKey key, AwardLimits limits) {}

    /**
     * Who calls with this key, compared in constant time, and how many points they may give; mostly
     * answered from memory.
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
                graphClient.callRepository(
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

    /** What was loaded while somebody's limits changed may be the old ones, and is not kept. */
    private synchronized void cache(String id, Optional<Known> loaded, int before) {
        if (evicted.get() == before) {
            byId.put(id, loaded);
        }
    }

    /** Forgets the keys of a partner, whose limits have changed. */
    synchronized void evict(String partnerId) {
        evicted.incrementAndGet();
        byId.asMap()
                .values()
                .removeIf(
                        known ->
                                known.filter(found -> partnerId.equals(found.key().partnerId()))
                                        .isPresent());
    }

    /** Issues another key for the administrator and answers it; it cannot be read again. */
    public String issueForAdministrator() {
        return graphClient.callRepository(() -> issue("_system", null));
    }

    /** Issues a key for a partner, inside the transaction that registers them. */
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
