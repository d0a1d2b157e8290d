package dev.grapevine.api.badge.openbadges;

import dev.grapevine.api.kernel.security.ApiKeyFile;
import dev.grapevine.graph.badge.Badge;
import dev.grapevine.graph.badge.BadgeAward;
import dev.grapevine.graph.brand.Brand;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Exports badge awards as signed Open Badges if {@code grapevine.public-url} is set. The signing
 * keys are in the file {@code grapevine.signing-keys}, or in {@code signing.pem} beside the API
 * keys. Only the latter is created if missing: credentials signed with a wrong key cannot be
 * corrected.
 */
@Component
@ConditionalOnProperty(OpenBadges.PUBLIC_URL)
public class OpenBadges {

    static final String PUBLIC_URL = "grapevine.public-url";

    private final PublicUrl url;
    private final SigningKeys keys;
    private final JsonMapper json = JsonMapper.shared();

    OpenBadges(
            @Value("${" + PUBLIC_URL + "}") String url,
            @Value("${grapevine.signing-keys:}") String signingKeys,
            ApiKeyFile keys) {
        this.url = PublicUrl.of(url);
        this.keys = new SigningKeys(file(signingKeys, keys), this.url);
    }

    private static SigningKeyFile file(String configured, ApiKeyFile keys) {
        if (!configured.isBlank()) {
            return new SigningKeyFile(Path.of(configured));
        }
        var defaultFile = new SigningKeyFile(keys.path().resolveSibling("signing.pem"));
        defaultFile.createIfMissing();
        return defaultFile;
    }

    /** Returns the award as a credential, a compact JWS; empty if the award is revoked. */
    Optional<String> credential(Brand brand, Badge badge, BadgeAward award) {
        if (!award.isActive()) {
            return Optional.empty();
        }
        var payload = new OpenBadgeCredential(url, brand, badge, award).payload();
        return Optional.of(keys.sign(json.writeValueAsString(payload)));
    }

    /** Returns the issuer profile of a brand. */
    Map<String, Object> profile(Brand brand) {
        return OpenBadgeCredential.profile(url, brand);
    }

    /** Returns the public keys as a JWK set. */
    Map<String, Object> publishedKeys() {
        return keys.published();
    }

    /** Returns a public key as a JWK; empty if there is none with this thumbprint. */
    Optional<Map<String, Object>> publishedKey(String thumbprint) {
        return keys.published(thumbprint);
    }
}
