package dev.grapevine.graph.reward.coupon;

import dev.grapevine.graph.reward.AddCoupons;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Report on a file of coupons before anything is added.
 *
 * @param codes number of lines with a valid code
 * @param invalid lines without a valid code, which are not imported
 * @param suspicious valid codes that look like a mistake in the file
 */
public record CouponReport(long codes, Findings invalid, Findings suspicious) {

    private static final Pattern HEADER =
            Pattern.compile(
                    "(coupon|voucher|promo|promotion|gift|gutschein|discount)?"
                            + "[_-]?(code|coupon|voucher|gutschein|id|number|value)s?",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern SPREADSHEET = Pattern.compile("[-+]?\\d([.,]\\d+)?E[-+]?\\d+");

    /**
     * Lines of a file that are reported.
     *
     * @param count number of all such lines
     * @param first the first {@value #MAX} of them
     */
    public record Findings(long count, List<Finding> first) {
        private static final int MAX = 10;
    }

    /**
     * Line that is reported.
     *
     * @param line number of the line, from 1
     * @param text text of the line, at most {@value #MAX_TEXT} characters
     * @param problem what is wrong or looks wrong, in English
     */
    public record Finding(long line, String text, String problem) {

        private static final int MAX_TEXT = 64;

        static Finding of(CouponFile.Line line, String problem) {
            var code = line.code();
            var text = code.length() <= MAX_TEXT ? code : code.substring(0, MAX_TEXT) + "…";
            return new Finding(line.number(), text, problem);
        }
    }

    /** Reads a file to its end and reports on it. */
    static CouponReport of(CouponFile file) {
        var report = new Builder();
        file.forEach(report::add);
        return new CouponReport(report.codes, report.invalid.all(), report.suspicious.all());
    }

    /** Report that grows line by line. */
    private static final class Builder {

        private final FindingsBuilder invalid = new FindingsBuilder();
        private final FindingsBuilder suspicious = new FindingsBuilder();
        private long codes;
        private boolean isFirst = true;

        void add(CouponFile.Line line) {
            if (!AddCoupons.CODE.matches(line.code())) {
                invalid.add(Finding.of(line, "is not " + AddCoupons.CODE.words()));
            } else {
                codes++;
                suspicion(line, isFirst)
                        .ifPresent(problem -> suspicious.add(Finding.of(line, problem)));
            }
            isFirst = false;
        }
    }

    /** Findings that grow one by one. */
    private static final class FindingsBuilder {

        private final List<Finding> first = new ArrayList<>();
        private long count;

        void add(Finding finding) {
            count++;
            if (first.size() < Findings.MAX) {
                first.add(finding);
            }
        }

        Findings all() {
            return new Findings(count, List.copyOf(first));
        }
    }

    private static Optional<String> suspicion(CouponFile.Line line, boolean isFirst) {
        var code = line.code();
        if (line.columns() > 1) {
            return Optional.of("has %d columns".formatted(line.columns()));
        }
        if (code.indexOf(';') >= 0) {
            return Optional.of("has a semicolon, as between columns");
        }
        if (code.indexOf('"') >= 0 || code.startsWith("'")) {
            return Optional.of("has a quotation mark");
        }
        if (code.startsWith("=")) {
            return Optional.of("is a formula of a spreadsheet");
        }
        if (SPREADSHEET.matcher(code).matches()) {
            return Optional.of("is a number that a spreadsheet has shortened");
        }
        return isFirst && HEADER.matcher(code).matches()
                ? Optional.of("is a header, it seems")
                : Optional.empty();
    }
}
