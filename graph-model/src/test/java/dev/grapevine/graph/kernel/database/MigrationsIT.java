package dev.grapevine.graph.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.grapevine.graph.testing.GraphTest;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.data.neo4j.core.DatabaseSelectionProvider;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

@GraphTest
class MigrationsIT {

    private static final Pattern CREATES =
            Pattern.compile("^CREATE (?:CONSTRAINT|\\w* ?INDEX) (\\w+)", Pattern.MULTILINE);

    @Autowired Migrations migrations;

    @Autowired Driver driver;

    @Autowired DatabaseSelectionProvider database;

    @Test
    void haveAllRun() throws IOException {
        assertThat(done())
                .extracting(row -> row.get("name"))
                .containsExactlyElementsOf(files().keySet().stream().sorted().toList());
    }

    @Test
    void doNothingTheSecondTime() throws IOException {
        var before = done();
        migrations.migrate();
        assertThat(done()).isNotEmpty().isEqualTo(before);
    }

    @Test
    void stopTheStartWhenAFileWasChangedAfterItRan() throws IOException {
        var first = files().keySet().stream().sorted().findFirst().orElseThrow();
        var checksum = setChecksum(first, "0".repeat(64));
        try {
            assertThatIllegalStateException()
                    .isThrownBy(migrations::migrate)
                    .withMessageContaining(first)
                    .withMessageContaining("was changed");
        } finally {
            setChecksum(first, checksum);
        }
        migrations.migrate();
    }

    @ParameterizedTest
    @CsvSource({", 0", "99, 99"})
    void stopTheStartOnADatabaseOfAnotherLayout(@Nullable Integer stored, int found) {
        setLayout(stored);
        try {
            assertThatIllegalStateException()
                    .isThrownBy(migrations::migrate)
                    .withMessageContaining("has layout " + found + ",")
                    .withMessageContaining("needs layout " + Migrations.LAYOUT + ":")
                    .withMessageContaining("empty data folder");
        } finally {
            setLayout(Migrations.LAYOUT);
        }
        assertThatNoException().isThrownBy(migrations::migrate);
    }

    @Test
    void failInTheBackgroundAndStopTheStartAfterTheOtherBeans() {
        var starting = new Migrations(driver, database, Clock.systemUTC());
        setLayout(99);
        try {
            starting.afterPropertiesSet();
            assertThatExceptionOfType(LayoutMismatch.class)
                    .isThrownBy(starting::afterSingletonsInstantiated);
        } finally {
            setLayout(Migrations.LAYOUT);
        }
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void reportAnotherLayoutWithoutAStackTrace(CapturedOutput output) {
        var application = new SpringApplication(OnAnotherLayout.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        assertThatException().isThrownBy(application::run);
        assertThat(output)
                .contains("The database has layout 0")
                .doesNotContain("at " + Migrations.class.getPackageName());
    }

    static class OnAnotherLayout {
        @Bean
        String database() {
            throw new LayoutMismatch(0, Migrations.LAYOUT);
        }
    }

    @Test
    void haveLeftEveryConstraintAndIndexThatTheyName() throws IOException {
        var named =
                files().values().stream()
                        .flatMap(text -> CREATES.matcher(text).results())
                        .map(created -> created.group(1))
                        .toList();
        assertThat(named).hasSizeGreaterThan(30).doesNotHaveDuplicates();
        assertThat(names("SHOW INDEXES YIELD name, state WHERE state = 'ONLINE'"))
                .containsAll(named);
        var constraints =
                files().values().stream()
                        .flatMap(
                                text ->
                                        Pattern.compile("CREATE CONSTRAINT (\\w+)")
                                                .matcher(text)
                                                .results())
                        .map(created -> created.group(1))
                        .toList();
        assertThat(names("SHOW CONSTRAINTS YIELD name")).containsAll(constraints);
    }

    @Test
    void nameEveryConstraintAndIndexThatTheyCreate() throws IOException {
        files().forEach(
                        (name, text) -> {
                            var statements =
                                    text.lines().filter(line -> line.startsWith("CREATE")).toList();
                            assertThat(CREATES.matcher(text).results().map(MatchResult::group))
                                    .as(name)
                                    .hasSameSizeAs(statements);
                            assertThat(statements)
                                    .as(name)
                                    .allSatisfy(
                                            line -> assertThat(line).contains(" IF NOT EXISTS "));
                        });
    }

    private List<Map<String, Object>> done() {
        try (var session = driver.session()) {
            return session.run(
                            "MATCH (m:Migration) RETURN m.name AS name, m.checksum AS checksum,"
                                    + " m.ranAt AS ranAt ORDER BY name")
                    .list(row -> row.asMap());
        }
    }

    private String setChecksum(String name, String checksum) {
        try (var session = driver.session()) {
            return session.run(
                            "MATCH (m:Migration {name: $name}) WITH m, m.checksum AS before"
                                    + " SET m.checksum = $checksum RETURN before",
                            Map.of("name", name, "checksum", checksum))
                    .single()
                    .get("before")
                    .asString();
        }
    }

    private void setLayout(@Nullable Integer layout) {
        try (var session = driver.session()) {
            var parameters = new HashMap<String, Object>();
            parameters.put("layout", layout);
            session.run("MATCH (m:Migration) SET m.layout = $layout", parameters).consume();
        }
    }

    private List<String> names(String statement) {
        try (var session = driver.session()) {
            return session.run(statement).list(row -> row.get("name").asString());
        }
    }

    private static Map<String, String> files() throws IOException {
        var files = new TreeMap<String, String>();
        for (var file :
                new PathMatchingResourcePatternResolver()
                        .getResources("classpath*:migrations/*.cypher")) {
            files.put(file.getFilename(), file.getContentAsString(StandardCharsets.UTF_8));
        }
        return files;
    }
}
