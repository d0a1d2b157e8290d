package dev.grapevine.graph.activity.kind;

import dev.grapevine.graph.activity.Activities;
import dev.grapevine.graph.kernel.Format;
import dev.grapevine.graph.kernel.command.Command;
import dev.grapevine.graph.kernel.command.Validation;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.List;

/**
 * Command to create an activity kind.
 *
 * @param key lower-case words joined by {@code . _ -}, at most 64 characters
 * @param name 1 to 100 characters
 * @param channel 1 to 40 characters of {@code a-z 0-9 -}
 * @param fields at most 20 with unique names; a name has 1 to 40 letters and digits, words joined
 *     by {@code . _ -}, beginning with a lower-case letter
 */
public record CreateActivityKind(
        String key,
        String name,
        ActivityDomain domain,
        @Nullable String channel,
        Direction direction,
        PurchaseStage stage,
        boolean isEarningEligible,
        boolean isCampaignOnly,
        List<KindField> fields)
        implements Command {
    private static final Format FIELD =
            Format.of(
                    "^[a-z][A-Za-z0-9]*([._-][A-Za-z0-9]+)*$",
                    "words of letters and digits joined by . _ or -, beginning with a"
                            + " lower-case letter");
    private static final int MAX_FIELD_LENGTH = 40;

    @Override
    public String operation() {
        return "createActivityKind";
    }

    /** Validates the input without reading the graph. */
    Validation check() {
        var validation =
                new Validation()
                        .kind("key", key)
                        .name("name", name, 100)
                        .atMost("fields", fields, ActivityKinds.MAX_FIELDS);
        if (channel != null) {
            validation.matches("channel", channel, Activities.CHANNEL);
        }
        var names = new HashSet<String>();
        fields.stream()
                .limit(ActivityKinds.MAX_FIELDS)
                .map(KindField::name)
                .forEach(
                        field -> {
                            validation.matches("fields", field, MAX_FIELD_LENGTH, FIELD);
                            validation.require(
                                    names.add(field), "fields", "fields contains a name twice.");
                        });
        return validation;
    }
}
