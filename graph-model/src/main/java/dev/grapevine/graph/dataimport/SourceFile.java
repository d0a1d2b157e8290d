package dev.grapevine.graph.dataimport;

import dev.grapevine.graph.kernel.TextFile;
import dev.grapevine.graph.kernel.Texts;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.LineNumberReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Source file of an import, read row by row in batches.
 *
 * @param path path of the file, plain or compressed with gzip
 */
record SourceFile(Path path) {

    private static final int BATCH = 1_000;

    private static final Pattern LINE_BREAK = Pattern.compile("\r\n|\r|\n");
    private static final CSVFormat CSV =
            CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .setIgnoreEmptyLines(true)
                    .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
                    .get();

    /** Returns the file with this name in the folder, plain or compressed, if it exists. */
    static Optional<SourceFile> in(Path folder, String name) {
        return List.of(folder.resolve(name), folder.resolve(name + ".gz")).stream()
                .filter(Files::isRegularFile)
                .findFirst()
                .map(SourceFile::new);
    }

    String name() {
        return path.getFileName().toString();
    }

    /** Estimates the number of rows by the number of lines; rows may span several lines. */
    long estimateRows() throws IOException {
        try (var reader = open()) {
            return reader.lines().count();
        } catch (UncheckedIOException e) {
            throw new ImportFailed(name() + " cannot be read completely: " + e.getMessage());
        }
    }

    /**
     * Reads the rows in batches; columns that a row lacks are empty.
     *
     * @throws ImportFailed if a column is missing or the file is malformed
     */
    void eachCsvBatch(List<String> columns, Consumer<List<Row<Map<String, String>>>> process)
            throws IOException {
        try (var parser = parser()) {
            var missing =
                    columns.stream()
                            .filter(column -> !parser.getHeaderMap().containsKey(column))
                            .toList();
            if (!missing.isEmpty()) {
                throw new ImportFailed(name() + " lacks the columns " + missing + ".");
            }
            var rows = parser.iterator();
            inBatches(() -> next(parser, rows), process);
        }
    }

    private Optional<Row<Map<String, String>>> next(CSVParser parser, Iterator<CSVRecord> rows) {
        var before = parser.getCurrentLineNumber();
        try {
            if (!rows.hasNext()) {
                return Optional.empty();
            }
            var row = rows.next();
            var line = parser.getCurrentLineNumber() - lineBreaksIn(row);
            var fields = new HashMap<>(row.toMap());
            fields.replaceAll((_, value) -> Texts.normalized(value));
            return Optional.of(
                    new Row<>(name(), line, CSV.format((Object[]) row.values()), fields));
        } catch (UncheckedIOException | IllegalStateException e) {
            throw new ImportFailed(
                    name() + " is not CSV after line " + before + ": " + e.getMessage());
        }
    }

    private CSVParser parser() throws IOException {
        var reader = open();
        try {
            return CSVParser.parse(reader, CSV);
        } catch (IllegalArgumentException e) {
            reader.close();
            throw new ImportFailed(name() + " is not CSV: " + e.getMessage());
        }
    }

    private static long lineBreaksIn(CSVRecord row) {
        return row.stream().mapToLong(value -> LINE_BREAK.matcher(value).results().count()).sum();
    }

    /** Reads the lines in batches, without empty ones. */
    void eachJsonBatch(Consumer<List<Row<JsonLine>>> process) throws IOException {
        try (var reader = new LineNumberReader(open())) {
            inBatches(() -> nextLine(reader), process);
        }
    }

    private Optional<Row<JsonLine>> nextLine(LineNumberReader reader) {
        try {
            var line = reader.readLine();
            while (line != null && line.isBlank()) {
                line = reader.readLine();
            }
            return Optional.ofNullable(line)
                    .map(
                            text ->
                                    new Row<>(
                                            name(),
                                            reader.getLineNumber(),
                                            text,
                                            JsonLine.of(text)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Source of the next row. */
    private interface Rows<T> {
        Optional<Row<T>> next();
    }

    private static <T> void inBatches(Rows<T> rows, Consumer<List<Row<T>>> process) {
        var batch = new ArrayList<Row<T>>();
        for (var row = rows.next(); row.isPresent(); row = rows.next()) {
            batch.add(row.get());
            if (batch.size() == BATCH) {
                process.accept(List.copyOf(batch));
                batch.clear();
            }
        }
        if (!batch.isEmpty()) {
            process.accept(List.copyOf(batch));
        }
    }

    private BufferedReader open() throws IOException {
        try {
            return new TextFile(path).open();
        } catch (IOException e) {
            throw new ImportFailed(name() + " cannot be read: " + e.getMessage());
        }
    }
}
