package dev.grapevine.benchmarks.report;

import dev.grapevine.benchmarks.load.Figures;
import dev.grapevine.benchmarks.measurement.Comparison;
import dev.grapevine.benchmarks.measurement.SumCheck;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Table of the results in Markdown, with notes below. */
public final class Table {

    private static final List<String> HEAD =
            List.of("measurement", "ours", "baseline", "ratio", "goal", "met?");

    private final List<List<String>> rows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    public Table(List<Result> results) {
        rows.add(HEAD);
        for (var result : results) {
            result.comparisons().forEach(comparison -> add(result, comparison));
            result.remarks().forEach(remark -> notes.add(result.measurement() + ": " + remark));
            result.findings().forEach(finding -> notes.add(note(result, finding)));
        }
    }

    private static String note(Result result, SumCheck.Finding finding) {
        return "%s: sums %s; %s"
                .formatted(
                        result.measurement(),
                        finding.isRight() ? "exact" : "WRONG",
                        finding.text());
    }

    private void add(Result result, Comparison comparison) {
        var ours = result.median(comparison.ours());
        var baseline = result.median(comparison.baseline());
        rows.add(
                List.of(
                        comparison.label(),
                        cell(ours, null),
                        cell(baseline, comparison.baseline()),
                        ratio(ours, baseline),
                        comparison.goal() == null ? "–" : comparison.goal().text(),
                        switch (result.verdict(comparison)) {
                            case MET -> "yes";
                            case NOT_MET -> "NO";
                            case SKIPPED -> "SKIPPED";
                            case NO_GOAL -> "–";
                        }));
        failures(result, comparison.ours(), ours);
        failures(result, comparison.baseline(), baseline);
    }

    private void failures(Result result, String contestant, @Nullable Figures figures) {
        if (figures != null && figures.failures() > 0) {
            var note =
                    "%s: %,d FAILED calls of %s, the first: %s"
                            .formatted(
                                    result.measurement(),
                                    figures.failures(),
                                    contestant,
                                    figures.firstFailure());
            if (!notes.contains(note)) {
                notes.add(note);
            }
        }
    }

    private static String cell(@Nullable Figures figures, @Nullable String contestant) {
        var prefix = contestant == null ? "" : contestant + ": ";
        return figures == null
                ? prefix + "–"
                : String.format(
                        Locale.ROOT,
                        "%s%,.0f/s, p50 %.1f p95 %.1f p99 %.1f ms",
                        prefix,
                        figures.perSecond(),
                        figures.p50(),
                        figures.p95(),
                        figures.p99());
    }

    private static String ratio(@Nullable Figures ours, @Nullable Figures baseline) {
        return ours == null || baseline == null
                ? "–"
                : String.format(Locale.ROOT, "%.2f", ours.perSecond() / baseline.perSecond());
    }

    @Override
    public String toString() {
        var widths =
                IntStream.range(0, HEAD.size())
                        .map(
                                i ->
                                        rows.stream()
                                                .mapToInt(row -> row.get(i).length())
                                                .max()
                                                .orElse(0))
                        .toArray();
        var lines = new ArrayList<String>();
        rows.forEach(row -> lines.add(line(row, widths)));
        lines.add(
                1,
                IntStream.of(widths)
                        .mapToObj("-"::repeat)
                        .collect(Collectors.joining(" | ", "| ", " |")));
        if (!notes.isEmpty()) {
            lines.add("");
        }
        notes.forEach(note -> lines.add("- " + note));
        return String.join("\n", lines);
    }

    private static String line(List<String> row, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(i -> row.get(i) + " ".repeat(widths[i] - row.get(i).length()))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }
}
