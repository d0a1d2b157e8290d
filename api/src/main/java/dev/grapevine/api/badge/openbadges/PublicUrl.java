package dev.grapevine.api.badge.openbadges;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * The public URL of this installation, the prefix of every URL in a credential.
 *
 * @param base without a trailing slash
 */
public record PublicUrl(String base) {

    /**
     * Parses the setting.
     *
     * @throws OpenBadgesMisconfigured if the setting is not an http or https URL with a host, or
     *     has user info, a query or a fragment
     */
    public static PublicUrl of(String setting) {
        var base = setting.strip().replaceAll("/+$", "");
        try {
            var uri = new URI(base);
            var isHttp = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (isHttp
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null) {
                return new PublicUrl(base);
            }
        } catch (URISyntaxException _) {
            // Reported below.
        }
        throw new OpenBadgesMisconfigured(
                "grapevine.public-url '" + setting + "' is not an http or https URL of a server.",
                "Set grapevine.public-url to the URL at which verifiers reach this server, for"
                        + " example https://badges.example.org, or remove the setting.");
    }

    /** Returns the id of a brand as an issuer, the URL of its profile. */
    public String issuer(String brandId) {
        return base + "/issuers/" + brandId;
    }

    /** Returns the id of a key, the URL of its public key. */
    String key(String thumbprint) {
        return base + "/keys/" + thumbprint;
    }
}
