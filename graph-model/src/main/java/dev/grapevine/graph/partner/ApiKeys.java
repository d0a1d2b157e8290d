package dev.grapevine.graph.partner;

import dev.grapevine.graph.kernel.Caller;

import java.util.Optional;

/**
 * The keys that open the API. A key is {@code gv_live_<id>_<secret>}: the id, 12 hexadecimal
 * digits, finds it, the secret, 256 random bits in 64 hexadecimal digits, proves it. Stored is the
 * secret's SHA-256: with so many random bits nothing slower is needed.
 */
public interface ApiKeys {

    /**
     * Who calls with this key, compared in constant time, and how many points they may give; mostly
     * answered from memory.
     */
    Optional<Caller> callerOf(String key);

    /** Issues another key for the administrator and answers it; it cannot be read again. */
    String issueForAdministrator();
}
