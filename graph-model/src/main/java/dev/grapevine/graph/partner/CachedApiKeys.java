package dev.grapevine.graph.partner;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;

import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.Graph;
import dev.grapevine.graph.kernel.Sha256;
import dev.grapevine.graph.kernel.Times;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Keys from the repository, kept in memory for a minute; that a key does not exist is remembered
 * for five seconds.
 */
@Component
class CachedApiKeys implements ApiKeys {

    private static final Pattern FORM = Pattern.compile("^gv_live_([0-9a-f]{12})_([0-9a-f]{64})$");
    private static final String NO_HASH = "0".repeat(64);

    private final ApiKeyRepository repository;
    private final Graph graph;
    private final Times times;
    private final SecureRandom random = new SecureRandom();
    private final Cache<String, Optional<ApiKey>> byId =
            Caffeine.newBuilder()
                    .maximumSize(100_000)
                    .expireAfter(
                            Expiry.<String, Optional<ApiKey>>creating(
                                    (_, key) -> Duration.ofSeconds(key.isPresent() ? 60 : 5)))
                    .build();

    CachedApiKeys(ApiKeyRepository repository, Graph graph, Times times) {
        this.repository = repository;
        this.graph = graph;
        this.times = times;
    }

    @Override
    public Optional<Caller> callerOf(String key) {
        var parts = FORM.matcher(key);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var stored = stored(parts.group(1));
        var hash = stored.map(ApiKey::hash).orElse(NO_HASH);
        var isRight =
                MessageDigest.isEqual(
                        Sha256.of(parts.group(2)).getBytes(StandardCharsets.US_ASCII),
                        hash.getBytes(StandardCharsets.US_ASCII));
        return isRight ? stored.map(ApiKey::caller) : Optional.empty();
    }

    private Optional<ApiKey> stored(String id) {
        var known = byId.getIfPresent(id);
        if (known != null) {
            return known;
        }
        var stored = graph.ask(() -> repository.findById(id));
        byId.put(id, stored);
        return stored;
    }

    @Override
    public String issueForAdministrator() {
        return graph.ask(() -> issue("_system", null));
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
