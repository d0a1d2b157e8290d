package dev.grapevine.graph.kernel.command;

import dev.grapevine.graph.kernel.Sha256;

/**
 * Idempotency key of a command as it is stored: 128 bits of SHA-256 each, as 32 hexadecimal digits.
 *
 * @param keyHash hash of caller, operation and key; two commands with the same hash must not be in
 *     one batch
 * @param inputHash hash of the canonical JSON of the command
 */
public record IdempotencyKey(String keyHash, String inputHash) {

    private static final int DIGITS = 32;

    static IdempotencyKey of(Call call, Command command) {
        var scope = call.caller().id() + "|" + command.operation() + "|" + call.idempotencyKey();
        return new IdempotencyKey(hash(scope), hash(CanonicalJson.of(command)));
    }

    private static String hash(String text) {
        return Sha256.of(text).substring(0, DIGITS);
    }
}
