package dev.grapevine.graph.dataimport;

import dev.grapevine.graph.kernel.TextFile;
import dev.grapevine.graph.kernel.command.Rejection;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Reject file with the columns {@code file,line,reason,row}, created at the first rejected row. */
final class RejectFile implements AutoCloseable {

    private final Path path;
    private @Nullable CSVPrinter printer;

    RejectFile(Path path) throws IOException {
        this.path = path;
        var folder = path.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new ImportFailed("The folder of the reject file " + path + " does not exist.");
        }
        Files.deleteIfExists(path);
    }

    void add(Row<?> row, List<Rejection> rejections) {
        add(row, rejections.stream().map(RejectFile::reason).collect(Collectors.joining(" ")));
    }

    /**
     * Returns the message of a rejection, prefixed by the field unless it begins with the field.
     */
    private static String reason(Rejection rejection) {
        var field = String.join(".", rejection.path());
        var message = rejection.message();
        return field.isEmpty() || message.startsWith(field + " ")
                ? message
                : field + ": " + message;
    }

    void add(Row<?> row, String reason) {
        try {
            if (printer == null) {
                printer =
                        CSVFormat.RFC4180
                                .builder()
                                .setHeader("file", "line", "reason", "row")
                                .get()
                                .print(Files.newBufferedWriter(path));
            }
            var text = row.text().replace(TextFile.MALFORMED, '\uFFFD');
            printer.printRecord(row.file(), row.line(), reason, text);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the reject file " + path, e);
        }
    }

    @Override
    public void close() throws IOException {
        if (printer != null) {
            printer.close();
        }
    }
}
