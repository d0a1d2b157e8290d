package dev.grapevine.graph.reward.coupon;

import dev.grapevine.graph.kernel.TextFile;

import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;

/**
 * File of coupon codes in CSV (RFC 4180): one code a line, or the codes in a named column, with a
 * comma, semicolon or tab between the columns.
 *
 * @param column name of the column in the header; null for a file of codes only, without a header
 */
public record CouponFile(TextFile file, @Nullable String column) {

    private static final List<Character> DELIMITERS = List.of(',', ';', '\t');

    private static final CSVFormat CODES =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).setTrim(true).get();

    /**
     * Line with a code.
     *
     * @param number number of the line, from 1
     * @param code text in place of the code, without blanks around it; possibly empty
     * @param columns number of columns; 1 if the column is named
     */
    record Line(long number, String code, int columns) {}

    /**
     * Reads the lines in order, without empty ones.
     *
     * @throws CouponImportRejected if the file is not readable to its end, is not CSV, or lacks the
     *     column
     */
    void forEach(Consumer<Line> action) {
        try (var parser = parser()) {
            if (column != null && !parser.getHeaderMap().containsKey(column)) {
                throw new CouponImportRejected(
                        "%s has no column '%s'; its header is %s."
                                .formatted(file.name(), column, parser.getHeaderNames()));
            }
            for (var row : parser) {
                action.accept(line(parser.getCurrentLineNumber(), row));
            }
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(e);
        }
    }

    private CSVParser parser() throws IOException {
        var format = format();
        var reader = file.open();
        try {
            return CSVParser.parse(reader, format);
        } catch (IOException | IllegalArgumentException e) {
            reader.close();
            throw unreadable(e);
        }
    }

    private CouponImportRejected unreadable(Exception cause) {
        return new CouponImportRejected(
                file.name() + " cannot be read completely: " + cause.getMessage());
    }

    private Line line(long number, CSVRecord row) {
        return column == null
                ? new Line(number, String.join(",", row), row.size())
                : new Line(number, row.isSet(column) ? row.get(column) : "", 1);
    }

    /** Returns the format whose delimiter finds the column in the header. */
    private CSVFormat format() throws IOException {
        if (column == null) {
            return CODES;
        }
        for (var delimiter : DELIMITERS) {
            if (hasColumn(withHeader(delimiter))) {
                return withHeader(delimiter);
            }
        }
        return withHeader(DELIMITERS.getFirst());
    }

    /** Returns true if the header has the column; a wrong delimiter may make it malformed. */
    private boolean hasColumn(CSVFormat format) throws IOException {
        try (var reader = file.open()) {
            return CSVParser.parse(reader, format).getHeaderMap().containsKey(column);
        } catch (CSVException | UncheckedIOException | IllegalArgumentException _) {
            return false;
        }
    }

    private static CSVFormat withHeader(char delimiter) {
        return CODES.builder()
                .setDelimiter(delimiter)
                .setHeader()
                .setSkipHeaderRecord(true)
                .setAllowMissingColumnNames(true)
                .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_EMPTY)
                .get();
    }
}
