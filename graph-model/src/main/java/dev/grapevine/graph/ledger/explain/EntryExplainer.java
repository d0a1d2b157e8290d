package dev.grapevine.graph.ledger.explain;

import dev.grapevine.graph.ledger.EntryKind;
import dev.grapevine.graph.ledger.PointsEntry;
import dev.grapevine.graph.ledger.PointsLot;
import dev.grapevine.graph.ledger.SystemAccount;
import dev.grapevine.graph.ledger.explain.Explanation.Kind;
import dev.grapevine.graph.ledger.explain.Explanation.Step;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Formatter of the explanation of an entry as English sentences. */
final class EntryExplainer {

    private final ExplanationData data;
    private final PointsEntry entry;

    EntryExplainer(ExplanationData data) {
        this.data = data;
        this.entry = data.entry();
    }

    Explanation explanation() {
        var steps = steps();
        return new Explanation(entry, new CustomerSummary(data).text(), sentence(steps), steps);
    }

    private List<Step> steps() {
        var steps = new ArrayList<Step>();
        if (data.activity() != null) {
            steps.add(activity(data.activity()));
        }
        if (data.cause() != null) {
            steps.add(
                    step(
                            Kind.CAUSE,
                            data.cause(),
                            data.cause().amount(),
                            "The entry was caused by "));
        }
        if (entry.calculation() != null) {
            entry.calculation().forEach(sentence -> steps.add(ruleStep(sentence)));
        }
        steps.add(recorded());
        steps.add(step(Kind.ENTRY, entry, entry.amount(), ""));
        data.lots().stream().map(this::lot).forEach(steps::add);
        data.spendings().stream()
                .map(
                        by ->
                                step(
                                        Kind.DEBIT,
                                        by.entry(),
                                        by.amount(),
                                        by.amount() + " of the points went into "))
                .forEach(steps::add);
        data.consequences().stream()
                .map(caused -> step(Kind.CONSEQUENCE, caused, caused.amount(), "The entry caused "))
                .forEach(steps::add);
        if (data.reversal() != null) {
            steps.add(reversal(data.reversal()));
        }
        return steps;
    }

    private static Step activity(ExplanationData.CausingActivity activity) {
        var sentence = "Activity " + activity.kind() + " occurred on " + day(activity.occurredAt());
        return new Step(Kind.ACTIVITY, activity.id(), activity.occurredAt(), null, sentence);
    }

    private Step ruleStep(String sentence) {
        var id = Objects.requireNonNullElse(entry.ruleVersionId(), entry.id());
        return new Step(Kind.RULE, id, entry.effectiveAt(), null, sentence);
    }

    private Step recorded() {
        var recorder = data.caller() == null ? entry.recordedBy() : "partner " + data.caller();
        var source = entry.source() == null ? "" : " for " + entry.source();
        return new Step(
                Kind.CALL,
                entry.recordedBy(),
                entry.recordedAt(),
                null,
                "The entry was recorded by "
                        + recorder
                        + source
                        + " on "
                        + day(entry.recordedAt()));
    }

    private static Step step(Kind kind, PointsEntry other, long amount, String beginning) {
        var sentence = beginning + described(other);
        return new Step(kind, other.id(), other.effectiveAt(), amount, sentence);
    }

    /** Describes an entry, for example: 100 points that were earned on 2026-11-23 (“Order 17”). */
    private static String described(PointsEntry other) {
        return other.amount()
                + " "
                + other.currency()
                + " that were "
                + verb(other)
                + " on "
                + day(other.effectiveAt())
                + " (“"
                + other.reason()
                + "”)"
                + (day(other.bookedAt()).equals(day(other.effectiveAt()))
                        ? ""
                        : ", booked on " + day(other.bookedAt()));
    }

    private static String verb(PointsEntry other) {
        return switch (EntryKind.valueOf(other.kind())) {
            case EARNED -> other.isCredit() ? "earned" : "earned as pending points";
            case DEDUCTED -> "deducted";
            case UNLOCKED -> "made available";
            case REDEEMED -> "redeemed";
            case HELD -> "set aside";
            case CAPTURED -> "captured from a hold";
            case RELEASED -> "released from a hold";
            case TRANSFERRED_OUT -> "transferred to another customer";
            case TRANSFERRED_IN -> "received from another customer";
            case ADJUSTED -> other.isCredit() ? "added by a correction" : "removed by a correction";
            case EXPIRED -> "expired";
            case REVERSED ->
                    other.debit().equals(SystemAccount.EXPIRED.name())
                            ? "written off after their expiry"
                            : other.isCredit() ? "restored by a reversal" : "reversed";
            case DEBT_INCURRED -> "posted as debt";
            case DEBT_REPAID -> "used to pay debt";
        };
    }

    private Step lot(ExplanationData.LotPart part) {
        var lot = part.lot();
        var expiry =
                lot.expiresAt().isBefore(PointsLot.NEVER)
                        ? "that expires on " + day(lot.expiresAt())
                        : "that never expires";
        var sentence =
                switch (part.type()) {
                    case "OPENED" ->
                            "The entry opened a lot "
                                    + expiry
                                    + "; "
                                    + lot.remaining()
                                    + " points remain";
                    case "RESTORED" -> part.amount() + " points were restored to a lot " + expiry;
                    default ->
                            part.amount()
                                    + " points were drawn from the lot of "
                                    + day(lot.bookedAt())
                                    + " "
                                    + expiry;
                };
        return new Step(Kind.LOT, lot.id(), lot.bookedAt(), part.amount(), sentence);
    }

    private Step reversal(PointsEntry other) {
        var beginning =
                other.id().equals(entry.reverses())
                        ? "The entry reverses "
                        : "The entry was reversed by ";
        return step(Kind.REVERSAL, other, other.amount(), beginning);
    }

    private String sentence(List<Step> steps) {
        var beginning = "These are " + described(entry) + ", balance " + entry.balanceAfter();
        return Stream.concat(
                        Stream.of(beginning),
                        steps.stream()
                                .filter(step -> step.kind() != Kind.ENTRY)
                                .map(Step::sentence))
                .collect(Collectors.joining("; ", "", "."));
    }

    private static String day(OffsetDateTime at) {
        return at.toLocalDate().toString();
    }
}
