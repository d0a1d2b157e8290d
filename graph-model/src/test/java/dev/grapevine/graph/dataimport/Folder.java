package dev.grapevine.graph.dataimport;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Import folder of a test. */
record Folder(Path path) {

    static final String CUSTOMERS = "externalId,joinedAt,displayName,referredBy";
    static final String CONTRIBUTIONS =
            "externalId,customer,kind,title,submittedAt,inReplyTo,tags,views,status";

    Folder customers(String... rows) throws IOException {
        return write("customers.csv", CUSTOMERS, rows);
    }

    Folder contributions(String... rows) throws IOException {
        return write("contributions.csv", CONTRIBUTIONS, rows);
    }

    Folder votes(String... rows) throws IOException {
        return write("votes.csv", "customer,contribution,direction,at", rows);
    }

    Folder activities(String... lines) throws IOException {
        Files.writeString(path.resolve("activities.jsonl"), String.join("\n", lines) + "\n");
        return this;
    }

    Folder write(String name, String header, String... rows) throws IOException {
        Files.writeString(path.resolve(name), header + "\n" + String.join("\n", rows) + "\n");
        return this;
    }

    /** Replaces each file by its compressed form. */
    Folder compressed() throws IOException {
        for (var name :
                List.of("customers.csv", "contributions.csv", "votes.csv", "activities.jsonl")) {
            var plain = path.resolve(name);
            if (Files.exists(plain)) {
                OutputStream file = Files.newOutputStream(path.resolve(name + ".gz"));
                try (var gzip = new GZIPOutputStream(file)) {
                    gzip.write(Files.readString(plain).getBytes(StandardCharsets.UTF_8));
                }
                Files.delete(plain);
            }
        }
        return this;
    }

    Path rejectFile() {
        return path.resolve("rejects.csv");
    }

    /** Returns the rejected rows as {@code file:line reason}. */
    List<String> rejects() throws IOException {
        if (!Files.exists(rejectFile())) {
            return List.of();
        }
        try (var parser =
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(Files.newBufferedReader(rejectFile()))) {
            return parser.stream().map(Folder::shown).toList();
        }
    }

    private static String shown(CSVRecord row) {
        return row.get("file") + ":" + row.get("line") + " " + row.get("reason");
    }
}
