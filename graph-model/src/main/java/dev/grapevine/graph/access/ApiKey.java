package dev.grapevine.graph.access;

import dev.grapevine.graph.kernel.command.AwardLimits;
import dev.grapevine.graph.kernel.command.Caller;


import org.jspecify.annotations.Nullable;
import org.springframework.data.neo4j.core.schema.Id;
import org.springframework.data.neo4j.core.schema.Node;

import java.time.OffsetDateTime;

/**
 * A key as it is stored.
 *
 * @param id the public part of the key
 * @param brandId the one brand that it opens; {@code _system} for the administrator's
 * @param partnerId whose it is; null for the administrator's
 * @param hash SHA-256 of the secret part
 */
@Node("ApiKey")
record ApiKey(
        @Id String id,
        String brandId,
        @Nullable String partnerId,
        String hash,
        OffsetDateTime issuedAt) {

    /** The name under which the administrator calls. */
    static final String ADMINISTRATOR = "administrator";

    Caller caller(AwardLimits limits) {
        return partnerId == null
                ? new Caller(ADMINISTRATOR, null)
                : new Caller(partnerId, brandId, limits);
    }
}
