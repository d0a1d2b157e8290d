package dev.grapevine.graph.ledger.explain;

import dev.grapevine.graph.ledger.EntryKind;
import dev.grapevine.graph.ledger.PointsEntry;
import dev.grapevine.graph.ledger.explain.ExplanationData.CausingActivity;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Explanation of an entry for its customer: what happened and why, what was taken off, and whether
 * it was taken back. One to three sentences without terms of the ledger.
 */
record CustomerSummary(ExplanationData data) {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    /** Names of system activities, which have no kind of the brand. */
    private static final Map<String, String> SYSTEM_ACTIVITIES =
            Map.of(
                    "referral.made", "You referred a customer",
                    "contribution.submitted", "You submitted a contribution",
                    "contribution.viewed", "Your contribution was viewed",
                    "contribution.voted", "You voted on a contribution");

    String text() {
        return Stream.of(Optional.of(happened()), reduced(), takenBack())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
    }

    private String happened() {
        return "%s on %s%s.".formatted(event(), day(happenedAt()), why());
    }

    /** Returns the time of what the customer did; of what befell the points, that of the entry. */
    private OffsetDateTime happenedAt() {
        return switch (EntryKind.valueOf(data.entry().kind())) {
            case EARNED, REDEEMED -> data.entry().occurredAt();
            default -> data.entry().bookedAt();
        };
    }

    private String event() {
        var entry = data.entry();
        var points = points(entry.amount());
        return switch (EntryKind.valueOf(entry.kind())) {
            case EARNED ->
                    entry.isCredit()
                            ? "You earned " + points
                            : "You earned " + points + ", not available yet,";
            case DEDUCTED -> points + " were taken back";
            case UNLOCKED -> points + " became available";
            case REDEEMED -> "You spent " + points;
            case HELD -> points + " were set aside";
            case CAPTURED -> "You spent " + points + " that had been set aside";
            case RELEASED -> points + " that had been set aside became available again";
            case TRANSFERRED_OUT -> "You gave " + points + " to another customer";
            case TRANSFERRED_IN -> "You received " + points + " from another customer";
            case ADJUSTED ->
                    entry.isCredit()
                            ? "You received " + points + " by a correction"
                            : points + " were taken away by a correction";
            case EXPIRED -> points + " expired";
            case REVERSED ->
                    entry.isCredit() ? "You got back " + points : points + " were taken back";
            case DEBT_INCURRED -> points + " were noted as owed";
            case DEBT_REPAID -> points + " went into what you owed";
        };
    }

    private String points(long amount) {
        var name = Objects.requireNonNullElse(data.currencyName(), data.entry().currency());
        return String.format(Locale.ENGLISH, "%,d %s", amount, name);
    }

    /** Returns the activity with its contribution, or the reason that the caller gave. */
    private String why() {
        var activity = data.activity();
        if (activity == null) {
            return " (“" + data.entry().reason() + "”)";
        }
        var name =
                Objects.requireNonNullElse(
                        activity.kindName(),
                        SYSTEM_ACTIVITIES.getOrDefault(activity.kind(), data.entry().reason()));
        return ": " + name + (activity.title() == null ? "" : " (“" + activity.title() + "”)");
    }

    /** Returns the last step of the calculation by which a limit took something off. */
    private Optional<String> reduced() {
        return Objects.requireNonNullElse(data.entry().calculation(), List.<String>of()).stream()
                .filter(step -> step.startsWith("Reduced to "))
                .reduce((_, last) -> last)
                .map(step -> step + ".");
    }

    private Optional<String> takenBack() {
        var reason = Optional.ofNullable(data.activity()).map(CausingActivity::cancellationReason);
        var reversal = reversalOf(data.reversal());
        return reversal.isPresent()
                ? reversal.map(
                        later ->
                                "They were taken back on %s (“%s”)."
                                        .formatted(
                                                day(later.bookedAt()),
                                                reason.orElse(later.reason())))
                : reason.map("It was cancelled: “%s”."::formatted);
    }

    private Optional<PointsEntry> reversalOf(@Nullable PointsEntry other) {
        return Optional.ofNullable(other)
                .filter(later -> data.entry().isCredit())
                .filter(later -> data.entry().id().equals(later.reverses()));
    }

    private static String day(OffsetDateTime at) {
        return DAY.format(at);
    }
}
