package dev.grapevine.api.badge.openbadges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapevine.api.kernel.security.ApiKeyFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Failure analysis of a missing signing key file, in an application with the Open Badges bean only.
 */
@ExtendWith(OutputCaptureExtension.class)
class OpenBadgesFailureTests {

    @TempDir Path folder;

    @Test
    void reportsAMissingSigningKeyFileAtTheStart(CapturedOutput output) {
        var missing = folder.resolve("missing.pem");
        var application =
                new SpringApplicationBuilder(ApiKeyFile.class, OpenBadges.class)
                        .web(WebApplicationType.NONE);
        assertThatThrownBy(
                        () ->
                                application.run(
                                        "--grapevine.public-url=https://grapevine.example",
                                        "--grapevine.keys=" + folder.resolve("api.keys"),
                                        "--grapevine.signing-keys=" + missing))
                .hasRootCauseInstanceOf(NoSuchFileException.class);
        assertThat(output)
                .contains("APPLICATION FAILED TO START", "cannot be read")
                .doesNotContain("\tat ");
        assertThat(missing).doesNotExist();
    }
}
