package dev.grapevine.api.badge.openbadges;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;

import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.RSAPublicKeySpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Signs with the first key of a file (RS256) and publishes the public keys of all. */
public final class SigningKeys {

    private final Map<String, RSAKey> published = new LinkedHashMap<>();
    private final JWSHeader header;
    private final JWSSigner signer;

    /**
     * Reads the keys of a file.
     *
     * @throws OpenBadgesMisconfigured if a signature of a key cannot be verified with its public
     *     key
     */
    public SigningKeys(SigningKeyFile file, PublicUrl url) {
        var keys = file.read();
        try {
            for (var key : keys) {
                publish(key, url);
            }
            this.signer = new RSASSASigner(keys.getFirst());
            this.header = header(published.values().iterator().next().getKeyID());
            var trial = new Payload("trial");
            for (var key : keys) {
                var jws = new JWSObject(header, trial);
                jws.sign(new RSASSASigner(key));
                if (!jws.verify(new RSASSAVerifier(publicKey(key)))) {
                    throw file.invalid("contains a key whose signature cannot be verified");
                }
            }
        } catch (JOSEException e) {
            throw file.invalid("contains a key that cannot sign");
        }
    }

    private void publish(RSAPrivateCrtKey key, PublicUrl url) throws JOSEException {
        var jwk = new RSAKey.Builder(publicKey(key)).build();
        var thumbprint = jwk.computeThumbprint().toString();
        published.put(
                thumbprint,
                new RSAKey.Builder(jwk)
                        .keyUse(KeyUse.SIGNATURE)
                        .algorithm(JWSAlgorithm.RS256)
                        .keyID(url.key(thumbprint))
                        .build());
    }

    private static RSAPublicKey publicKey(RSAPrivateCrtKey key) {
        try {
            var spec = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
            return (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(spec);
        } catch (NoSuchAlgorithmException | InvalidKeySpecException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Open Badges 3.0 allows no other headers than alg, kid, jwk and typ. */
    private static JWSHeader header(String keyId) {
        return new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID(keyId)
                .build();
    }

    /** Signs a payload as a compact JWS; deterministic for the same payload. */
    public String sign(String payload) {
        try {
            var jws = new JWSObject(header, new Payload(payload));
            jws.sign(signer);
            return jws.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(
                    "The signing key failed after it had been verified at the start", e);
        }
    }

    /** Returns the public keys as a JWK set. */
    public Map<String, Object> published() {
        return new JWKSet(new ArrayList<JWK>(published.values())).toJSONObject(true);
    }

    /** Returns the public key with a thumbprint (RFC 7638), as a JWK. */
    Optional<Map<String, Object>> published(String thumbprint) {
        return Optional.ofNullable(published.get(thumbprint)).map(RSAKey::toJSONObject);
    }
}
