package dev.grapevine.graph.dataimport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Folder of an import whose files can be read, with their names and columns. */
public final class ImportFolder {

    static final CsvFile CUSTOMERS =
            new CsvFile(
                    "customers.csv",
                    List.of("externalId", "joinedAt", "displayName", "referredBy"));

    static final CsvFile CONTRIBUTIONS =
            new CsvFile(
                    "contributions.csv",
                    List.of(
                            "externalId",
                            "customer",
                            "kind",
                            "title",
                            "submittedAt",
                            "inReplyTo",
                            "tags",
                            "views",
                            "status"));

    static final CsvFile VOTES =
            new CsvFile("votes.csv", List.of("customer", "contribution", "direction", "at"));

    static final String ACTIVITIES = "activities.jsonl";

    private static final List<CsvFile> CSV_FILES = List.of(CUSTOMERS, CONTRIBUTIONS, VOTES);

    private final Path path;

    private ImportFolder(Path path) {
        this.path = path;
    }

    /** CSV file with its columns, in any order. */
    record CsvFile(String name, List<String> columns) {}

    /** Returns the file with this name, plain or compressed, if it exists. */
    Optional<SourceFile> file(String name) {
        return SourceFile.in(path, name);
    }

    /**
     * Returns the folder after a check that there are files to import and that they can be read to
     * their end.
     *
     * @throws ImportFailed if the folder, all files or a column are missing, or a file is malformed
     */
    public static ImportFolder checked(Path path) throws IOException {
        var folder = new ImportFolder(path);
        folder.check();
        return folder;
    }

    private void check() throws IOException {
        if (!Files.isDirectory(path)) {
            throw new ImportFailed("Import folder " + path + " is not a directory.");
        }
        var names = Stream.concat(CSV_FILES.stream().map(CsvFile::name), Stream.of(ACTIVITIES));
        var missing = names.filter(name -> file(name).isEmpty()).toList();
        if (missing.size() > CSV_FILES.size()) {
            throw new ImportFailed(
                    "Import folder " + path + " has none of " + String.join(", ", missing) + ".");
        }
        for (var csv : CSV_FILES) {
            var source = file(csv.name());
            if (source.isPresent()) {
                source.get().eachCsvBatch(csv.columns(), _ -> {});
            }
        }
        var activities = file(ACTIVITIES);
        if (activities.isPresent()) {
            activities.get().estimateRows();
        }
    }
}
