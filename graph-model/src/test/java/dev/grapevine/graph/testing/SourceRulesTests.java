package dev.grapevine.graph.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the rules for sources find, and what they leave alone. */
class SourceRulesTests {

    private static final BannedNames BANNED =
            BannedNames.of(List.of("Traveller  CustomerContext", "*forest*  ReferralLock"));

    @TempDir Path folder;

    @Test
    void findsBannedNamesInCode() {
        assertThat(
                        BANNED.in(
                                "A.java",
                                "class Traveller { int forestSize, FOREST_ID, theForests; }"))
                .containsExactly("Traveller", "forestSize", "FOREST_ID", "theForests");
        assertThat(BANNED.in("a.cypher", "MATCH (n:ReferralForest) RETURN n"))
                .containsExactly("ReferralForest");
        assertThat(BANNED.in("a.graphqls", "type Traveller { forests: Int }"))
                .containsExactly("Traveller", "forests");
        assertThat(BANNED.in("a.md", "The `Traveller` and\n```\nforest()\n```"))
                .containsExactly("Traveller", "forest");
    }

    @Test
    void findsBannedNamesInNamesOfFiles() throws IOException {
        var file = Files.writeString(folder.resolve("lock-forest.cypher"), "RETURN 1 AS one");
        assertThat(BANNED.in(file)).containsExactly(file + ": forest");
    }

    @Test
    void leavesProseAndLongerWordsAlone() {
        assertThat(
                        BANNED.in(
                                "A.java",
                                """
                                import org.example.Traveller;
                                /** A Traveller. */
                                class Travellers { // in the forest
                                    char quote = '"';
                                    String text = "the \\"forest\\"", forested;
                                }
                                """))
                .isEmpty();
        assertThat(BANNED.in("a.cypher", "// The forest\nRETURN 1 AS one")).isEmpty();
        assertThat(BANNED.in("a.graphqls", "\"\"\"A forest.\"\"\" type A { b: Int } # forest"))
                .isEmpty();
        assertThat(BANNED.in("a.md", "The forest of referrals")).isEmpty();
    }

    @Test
    void measuresMethodsFromTheirAnnotationsToTheirEnd() throws IOException {
        var file =
                Files.writeString(
                        folder.resolve("A.java"),
                        """
                        class A {
                            /** Not counted. */
                            @Deprecated
                            void longer() {
                                new Object() {
                                    void inner() {}
                                };
                            }
                        }
                        """);
        assertThat(JavaMethods.in(List.of(file)))
                .extracting(JavaMethods.Method::name, JavaMethods.Method::lines)
                .containsExactly(tuple("A.longer", 6L), tuple(".inner", 1L));
    }
}
