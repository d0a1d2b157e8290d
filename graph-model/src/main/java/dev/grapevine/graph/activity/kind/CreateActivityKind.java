package dev.grapevine.graph.activity.kind;

import dev.grapevine.graph.kernel.command.Command;


import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Asks for a new kind of activity.
 *
 * @param name lower case words joined by dots, at most 64 characters
 * @param title 1 to 100 characters
 * @param channel 1 to 40 of {@code a-z 0-9 -}
 * @param fields at most 20, each name once; a name is 1 to 40 letters and digits, words joined by
 *     {@code . _ -}, beginning with a small letter
 */
public record CreateActivityKind(
        String name,
        String title,
        ActivityDomain domain,
        @Nullable String channel,
        Direction direction,
        PurchaseStage stage,
        boolean isEarningEligible,
        boolean isCampaignOnly,
        List<KindField> fields)
        implements Command {
    @Override
    public String operation() {
        return "createActivityKind";
    }
}
