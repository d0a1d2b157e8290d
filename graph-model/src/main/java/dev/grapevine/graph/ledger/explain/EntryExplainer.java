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

/** Tells in English why an entry is there and what became of its points. */
final class EntryExplainer {

    private final ExplanationData found;
    private final PointsEntry entry;

    EntryExplainer(ExplanationData found) {
        this.found = found;
        this.entry = found.entry();
    }

    Explanation explanation() {
        var steps = steps();
        return new Explanation(entry, summary(steps), steps);
    }

    private List<Step> steps() {
        var steps = new ArrayList<Step>();
        if (found.activity() != null) {
            var did = found.activity();
            var sentence = "The customer did " + did.kind() + " on " + day(did.occurredAt());
            steps.add(new Step(Kind.ACTIVITY, did.id(), did.occurredAt(), null, sentence));
        }
        if (found.cause() != null) {
            steps.add(step(Kind.CAUSE, found.cause(), found.cause().amount(), "It was caused by "));
        }
        if (entry.calculation() != null) {
            entry.calculation().forEach(sentence -> steps.add(rule(sentence)));
        }
        steps.add(quoted());
        steps.add(step(Kind.ENTRY, entry, entry.amount(), ""));
        found.lots().stream().map(this::lot).forEach(steps::add);
        found.spendings().stream()
                .map(
                        by ->
                                step(
                                        Kind.SPENDING,
                                        by.entry(),
                                        by.amount(),
                                        by.amount() + " of it went into "))
                .forEach(steps::add);
        found.consequences().stream()
                .map(caused -> step(Kind.CONSEQUENCE, caused, caused.amount(), "It caused "))
                .forEach(steps::add);
        if (found.reversal() != null) {
            steps.add(reversal(found.reversal()));
        }
        return steps;
    }

    private Step rule(String sentence) {
        var id = Objects.requireNonNullElse(entry.ruleVersionId(), entry.id());
        return new Step(Kind.RULE, id, entry.occurredAt(), null, sentence);
    }

    private Step quoted() {
        var who = found.caller() == null ? entry.recordedBy() : "partner " + found.caller();
        var source = entry.source() == null ? "" : " for " + entry.source();
        return new Step(
                Kind.CALL,
                entry.recordedBy(),
                entry.recordedAt(),
                null,
                "It was recorded by " + who + source + " on " + day(entry.recordedAt()));
    }

    private static Step step(Kind kind, PointsEntry told, long amount, String beginning) {
        var sentence = beginning + described(told);
        return new Step(kind, told.id(), told.bookedAt(), amount, sentence);
    }

    /** For example: 100 points were earned on 2026-11-23: "Order 17". */
    private static String described(PointsEntry told) {
        return told.amount()
                + " "
                + told.currency()
                + " that were "
                + verb(told)
                + " on "
                + day(told.bookedAt())
                + " (“"
                + told.reason()
                + "”)";
    }

    private static String verb(PointsEntry told) {
        return switch (EntryKind.valueOf(told.kind())) {
            case EARNED -> told.isCredit() ? "earned" : "earned, to be available later,";
            case DEDUCTED -> "taken away";
            case UNLOCKED -> "made available";
            case REDEEMED -> "spent";
            case HELD -> "set aside";
            case CAPTURED -> "captured from a hold";
            case RELEASED -> "released from a hold";
            case TRANSFERRED_OUT -> "given to another customer";
            case TRANSFERRED_IN -> "received from another customer";
            case ADJUSTED -> told.isCredit() ? "added as a correction" : "taken as a correction";
            case EXPIRED -> "expired";
            case REVERSED ->
                    told.debit().equals(SystemAccount.EXPIRED.name())
                            ? "taken back after they had expired"
                            : told.isCredit() ? "given back" : "taken back";
            case DEBT_INCURRED -> "owed, because they had been spent,";
            case DEBT_REPAID -> "used to pay a debt";
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
                            "They are a lot " + expiry + "; " + lot.remaining() + " of it remain";
                    case "RESTORED" -> part.amount() + " went back into a lot " + expiry;
                    default ->
                            part.amount()
                                    + " were drawn from the lot of "
                                    + day(lot.earnedAt())
                                    + " "
                                    + expiry;
                };
        return new Step(Kind.LOT, lot.id(), lot.earnedAt(), part.amount(), sentence);
    }

    private Step reversal(PointsEntry other) {
        var beginning =
                other.id().equals(entry.reverses()) ? "It takes back " : "It was undone by ";
        return step(Kind.REVERSAL, other, other.amount(), beginning);
    }

    private String summary(List<Step> steps) {
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
