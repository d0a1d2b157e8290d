package dev.grapevine.api.badge.openbadges;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * Where the world reaches this installation: the beginning of every address that a credential
 * names.
 *
 * @param base without a slash at its end
 */
public record PublicUrl(String base) {

    /** Takes the setting as it was written, or refuses it with the reason. */
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
            // Refused below.
        }
        throw new OpenBadgesMisconfigured(
                "'" + setting + "' is not the address of a server.",
                "Set grapevine.public-url to the address at which others reach this server, for"
                        + " example https://badges.example.org, or leave it out.");
    }

    /** The id of a brand as an issuer; its profile is found there. */
    public String issuer(String brandId) {
        return base + "/issuers/" + brandId;
    }

    /** The id of a key; its public half is found there. */
    String key(String thumbprint) {
        return base + "/keys/" + thumbprint;
    }
}
