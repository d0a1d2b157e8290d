package dev.grapevine.graph.ledger.explain;

import dev.grapevine.graph.ledger.EntryKind;
import dev.grapevine.graph.ledger.PointsEntry;
import dev.grapevine.graph.ledger.SystemAccount;
import dev.grapevine.graph.ledger.explain.ExplanationData.CausingActivity;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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

    /** Kinds of entries that nobody makes. */
    private static final Set<EntryKind> BY_TIME =
            EnumSet.of(EntryKind.EXPIRED, EntryKind.UNLOCKED, EntryKind.RELEASED);

    String text() {
        return Stream.of(Optional.of(happened()), reduced(), takenBack())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
    }

    private String happened() {
        return "%s on %s%s.".formatted(event(), day(data.entry().effectiveAt()), why());
    }

    /** Returns what happened in words that suit one point and many. */
    private String event() {
        var entry = data.entry();
        var points = points(entry.amount());
        return switch (EntryKind.valueOf(entry.kind())) {
            case EARNED ->
                    entry.isCredit()
                            ? "You earned " + points
                            : "You earned " + points + ", at first pending,";
            case DEDUCTED -> "You lost " + points;
            case UNLOCKED -> "You received " + points + " that had been pending";
            case REDEEMED -> "You spent " + points;
            case HELD -> "You set aside " + points;
            case CAPTURED -> "You spent " + points + " that you had set aside";
            case RELEASED -> "You got back " + points + " that you had set aside";
            case TRANSFERRED_OUT -> "You gave " + points + " to another customer";
            case TRANSFERRED_IN -> "You received " + points + " from another customer";
            case ADJUSTED ->
                    (entry.isCredit() ? "You received " : "You lost ")
                            + points
                            + " by a correction";
            case EXPIRED -> "You lost " + points + " by expiry";
            case REVERSED ->
                    entry.debit().equals(SystemAccount.EXPIRED.name())
                            ? "You lost nothing by the cancellation of %s that had expired"
                                    .formatted(points)
                            : (entry.isCredit() ? "You got back " : "You lost ") + points;
            case DEBT_INCURRED -> "You came to owe " + points;
            case DEBT_REPAID -> "You paid " + points + " that you owed";
        };
    }

    private String points(long amount) {
        var name = Objects.requireNonNullElse(data.currencyName(), data.entry().currency());
        return String.format(Locale.ENGLISH, "%,d %s", amount, name);
    }

    /**
     * Returns the customer's activity with its contribution, if a rule made the entry, or the
     * reason that the caller gave; nothing for what time has done.
     */
    private String why() {
        if (BY_TIME.contains(EntryKind.valueOf(data.entry().kind()))) {
            return "";
        }
        var activity = ownActivity().orElse(null);
        if (activity == null) {
            return " (“" + data.entry().reason() + "”)";
        }
        var name =
                Objects.requireNonNullElse(
                        activity.kindName(),
                        SYSTEM_ACTIVITIES.getOrDefault(activity.kind(), data.entry().reason()));
        return ": " + name + (activity.title() == null ? "" : " (“" + activity.title() + "”)");
    }

    private Optional<CausingActivity> ownActivity() {
        return Optional.ofNullable(data.activity())
                .filter(CausingActivity::isOwn)
                .filter(_ -> data.entry().ruleVersionId() != null);
    }

    /**
     * Returns the step of the calculation by which a limit left the amount of the entry; nothing
     * for a correction, which has the steps of the whole amount, and only a part of it.
     */
    private Optional<String> reduced() {
        var entry = data.entry();
        var steps = Objects.requireNonNullElse(entry.calculation(), List.<String>of());
        var sign = entry.kind().equals(EntryKind.DEDUCTED.name()) ? "-" : "";
        var beginning = "Reduced to " + sign + entry.amount() + " ";
        return steps.stream()
                .filter(_ -> steps.stream().noneMatch(step -> step.startsWith("Corrected from ")))
                .filter(step -> step.startsWith(beginning))
                .reduce((_, last) -> last)
                .map(step -> step + ".");
    }

    private Optional<String> takenBack() {
        return Optional.ofNullable(data.reversal())
                .filter(later -> data.entry().id().equals(later.reverses()))
                .map(this::reversed)
                .or(
                        () ->
                                ownActivity()
                                        .map(CausingActivity::cancellationReason)
                                        .map("It was cancelled: “%s”."::formatted));
    }

    private String reversed(PointsEntry later) {
        var entry = data.entry();
        var part =
                later.amount() == entry.amount()
                        ? "All of it"
                        : "A part of it, " + points(later.amount()) + ",";
        var direction = entry.debit().equals(entry.walletId()) ? "came back" : "was taken back";
        return "%s %s on %s (“%s”)."
                .formatted(part, direction, day(later.effectiveAt()), later.reason());
    }

    private static String day(OffsetDateTime at) {
        return DAY.format(at);
    }
}
