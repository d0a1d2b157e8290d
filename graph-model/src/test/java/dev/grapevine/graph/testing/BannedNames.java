package dev.grapevine.graph.testing;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Names that were replaced, in {@code banned-names.txt}. A line is an identifier that is banned as
 * it is ({@code Traveller}), or a word that is banned as a part of every identifier ({@code
 * *traveller*} bans {@code loadTravellers} and {@code TRAVELLER_ID}), and then the name that
 * replaces it. Prose is not searched: comments, strings of Java, descriptions of the schema, and
 * text of Markdown that is no code.
 */
final class BannedNames {

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*");
    private static final Pattern WORD_BOUNDARY =
            Pattern.compile("_|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

    /** Imports of others' classes have names that others gave. */
    private static final Pattern JAVA_PROSE =
            Pattern.compile(
                    "import (?:static"
                        + " )?(?!dev\\.grapevine\\.)[^;]+;|\"\"\".*?(?<!\\\\)\"\"\"|\"(?:\\\\.|[^\"\\\\\\n"
                        + "])*\"|'(?:\\\\.|[^'\\\\\\n"
                        + "])+'|//[^\\n"
                        + "]*|/\\*.*?\\*/",
                    Pattern.DOTALL);

    private static final Pattern SCHEMA_PROSE =
            Pattern.compile("\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|#[^\\n]*", Pattern.DOTALL);
    private static final Pattern CYPHER_PROSE = Pattern.compile("//[^\\n]*");
    private static final Pattern MARKDOWN_CODE =
            Pattern.compile("```.*?```|`[^`\\n]+`", Pattern.DOTALL);

    private final Set<String> identifiers = new TreeSet<>();
    private final Set<String> words = new TreeSet<>();

    static BannedNames read() {
        return of(SourceFiles.list("banned-names.txt"));
    }

    static BannedNames of(List<String> lines) {
        var banned = new BannedNames();
        for (var line : lines) {
            var name = line.split("\\s+", 2)[0];
            if (name.startsWith("*") && name.endsWith("*")) {
                banned.words.add(name.substring(1, name.length() - 1).toLowerCase(Locale.ROOT));
            } else {
                banned.identifiers.add(name);
            }
        }
        return banned;
    }

    /** The banned names in a file and in its name, each as {@code file: name}. */
    List<String> in(Path file) {
        var name = file.getFileName().toString();
        return isSource(name)
                ? Stream.concat(
                                in(name, SourceFiles.text(file)).stream(),
                                identifiers(name).filter(this::isBanned))
                        .distinct()
                        .map(found -> file + ": " + found)
                        .toList()
                : List.of();
    }

    /** The banned names in the text of a file with this name. */
    List<String> in(String name, String text) {
        return identifiers(code(name, text)).filter(this::isBanned).distinct().toList();
    }

    private static boolean isSource(String name) {
        return name.matches(".*\\.(java|cypher|graphqls|graphql|md)");
    }

    private static String code(String name, String text) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "java" -> JAVA_PROSE.matcher(text).replaceAll(" ");
            case "cypher" -> CYPHER_PROSE.matcher(text).replaceAll(" ");
            case "graphqls", "graphql" -> SCHEMA_PROSE.matcher(text).replaceAll(" ");
            case "md" ->
                    String.join(
                            "\n",
                            MARKDOWN_CODE
                                    .matcher(text)
                                    .results()
                                    .map(result -> result.group())
                                    .toList());
            default -> text;
        };
    }

    private static Stream<String> identifiers(String text) {
        return IDENTIFIER.matcher(text).results().map(result -> result.group());
    }

    private boolean isBanned(String identifier) {
        return identifiers.contains(identifier)
                || WORD_BOUNDARY
                        .splitAsStream(identifier)
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .anyMatch(word -> words.contains(word) || isPlural(word));
    }

    private boolean isPlural(String word) {
        return word.endsWith("s") && words.contains(word.substring(0, word.length() - 1));
    }
}
