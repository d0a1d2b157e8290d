package dev.grapevine.api;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;

import dev.grapevine.api.testing.Api;
import dev.grapevine.api.testing.ApiTest;
import dev.grapevine.embedded.ServerForTests;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Static pages in headless Chromium. Screenshots go to {@code target/screenshots}. */
@ApiTest
@EnabledIf(
        value = "isChromiumInstalled",
        disabledReason = "Chromium is not installed; .ci/run installs it.")
class WebPagesIT {

    private static final List<Path> CHROMIUMS =
            List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"));
    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final int TIMEOUT_MILLIS = 30_000;

    private static Playwright playwright;
    private static Browser browser;

    @Autowired Api api;

    @Autowired Neo4jConnectionDetails database;

    static boolean isChromiumInstalled() {
        return CHROMIUMS.stream().anyMatch(Files::isExecutable);
    }

    @BeforeAll
    static void open() {
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(
                                                CHROMIUMS.stream()
                                                        .filter(Files::isExecutable)
                                                        .findFirst()
                                                        .orElseThrow())
                                        .setArgs(
                                                List.of(
                                                        "--headless",
                                                        "--no-sandbox",
                                                        "--disable-gpu",
                                                        "--disable-quic",
                                                        "--no-first-run",
                                                        "--disable-background-networking",
                                                        "--disable-component-update",
                                                        "--disable-sync")));
    }

    @AfterAll
    static void close() {
        browser.close();
        playwright.close();
    }

    @Test
    void showsAQueryResultInGraphiQl() {
        try (var page = newPage()) {
            page.navigate(api.uri("/graphiql/#key=" + api.key("larkspur")).toString());
            page.locator(".graphiql-execute-button").click();
            assertThat(page.locator(".result-window")).containsText("Katherine", withTimeout());
            takeScreenshot(page, "graphiql.png");
        }
    }

    @Test
    void drawsAReferralChainInNeo4jBrowser() throws IOException {
        try (var page = newPage()) {
            page.navigate(api.uri("/browser").toString());
            var password = page.locator("input[type=password]");
            password.waitFor();
            assertThat(page.locator("[data-testid=boltaddress]"))
                    .hasValue("127.0.0.1:" + database.getUri().getPort());
            password.fill(ServerForTests.passwordOf(database));
            page.locator("[data-testid=connect]").click();
            assertThat(page.locator("body"))
                    .containsText("You are connected as user", withTimeout());
            run(page, chain());
            var nodes = page.locator("svg.neod3viz g.node, svg g.node");
            nodes.first().waitFor();
            assertThat(nodes.count()).isGreaterThanOrEqualTo(5);
            assertThat(
                            page.locator("svg")
                                    .filter(new Locator.FilterOptions().setHasText("Annie"))
                                    .first())
                    .isVisible();
            page.waitForTimeout(3_000);
            takeScreenshot(page, "neo4j-browser.png");
        }
    }

    /** Returns the first query of the marketer samples. */
    private static String chain() throws IOException {
        try (var files = Files.list(Path.of("../client-samples/marketer"))) {
            var first =
                    files.filter(file -> file.toString().endsWith(".cypher")).sorted().findFirst();
            return Files.readString(first.orElseThrow());
        }
    }

    private static void run(Page page, String query) {
        var editor = page.locator("[data-testid=activeEditor], .monaco-editor").first();
        editor.click();
        page.keyboard().insertText(query);
        page.keyboard().press("Control+Enter");
    }

    private static Page newPage() {
        var page =
                browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 800))
                        .newPage();
        page.setDefaultTimeout(TIMEOUT_MILLIS);
        return page;
    }

    private static LocatorAssertions.ContainsTextOptions withTimeout() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(TIMEOUT_MILLIS);
    }

    private static void takeScreenshot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name)));
    }
}
