package dev.grapevine.graph.access;

import dev.grapevine.graph.kernel.command.AwardLimits;
import dev.grapevine.graph.kernel.command.Caller;

import org.jspecify.annotations.Nullable;
import org.springframework.data.neo4j.core.schema.Id;
import org.springframework.data.neo4j.core.schema.Node;

import java.time.OffsetDateTime;

/**
 * Stored API key.
 *
 * @param id public part of the key
 * @param brandId id of the one accessible brand; {@code _system} for a key of the administrator
 * @param partnerId id of the partner; null for a key of the administrator
 * @param hash SHA-256 of the secret part
 */
@Node("ApiKey")
record ApiKey(
        @Id String id,
        String brandId,
        @Nullable String partnerId,
        String hash,
        OffsetDateTime issuedAt) {

    /** Id of the administrator as a caller. */
    static final String ADMINISTRATOR = "administrator";

    Caller caller(AwardLimits limits) {
        return partnerId == null
                ? new Caller(ADMINISTRATOR, null)
                : new Caller(partnerId, brandId, limits);
    }
}
