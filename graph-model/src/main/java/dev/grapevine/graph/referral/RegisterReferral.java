package dev.grapevine.graph.referral;

import dev.grapevine.graph.kernel.command.Command;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;

/**
 * Command to register a referral between two customers of one brand.
 *
 * @param code at most 64 characters
 * @param referredAt time of the referral; null for the current time, or unknown in an import
 */
public record RegisterReferral(
        String referrer, String referee, @Nullable String code, @Nullable OffsetDateTime referredAt)
        implements Command {
    @Override
    public String operation() {
        return "registerReferral";
    }
}
