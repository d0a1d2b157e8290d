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
 * Exports badge awards as signed Open Badges, once the installation has an address at which others
 * can ask for its issuers and keys. Its keys lie beside those of the API, or in a file that is
 * named; the one that is named is never made here, because what a wrong key signs stays wrong.
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

    private static SigningKeyFile file(String named, ApiKeyFile keys) {
        if (!named.isBlank()) {
            return new SigningKeyFile(Path.of(named));
        }
        var beside = new SigningKeyFile(keys.path().resolveSibling("signing.pem"));
        beside.createIfMissing();
        return beside;
    }

    /** The award as a credential, a compact JWS; none if the award does not stand. */
    Optional<String> credential(Brand brand, Badge badge, BadgeAward award) {
        if (!award.isActive()) {
            return Optional.empty();
        }
        var payload = new OpenBadgeCredential(url, brand, badge, award).payload();
        return Optional.of(keys.sign(json.writeValueAsString(payload)));
    }

    /** The profile of a brand as an issuer. */
    Map<String, Object> profile(Brand brand) {
        return OpenBadgeCredential.profile(url, brand);
    }

    /** The public halves of all keys, as a JWK set. */
    Map<String, Object> publishedKeys() {
        return keys.published();
    }

    /** The public half of one key, as a JWK. */
    Optional<Map<String, Object>> publishedKey(String thumbprint) {
        return keys.published(thumbprint);
    }
}
