package dev.grapevine.graph.earning.config;

import dev.grapevine.graph.kernel.command.NamedRejection;
import dev.grapevine.graph.kernel.command.Rejection;

import java.util.List;

/** Reasons for which a change of the earning configuration is rejected. */
public enum ConfigRejection implements NamedRejection {
    NOT_A_DRAFT("Version %s is no longer a draft; draft a new version.", "ruleVersionId"),
    ALREADY_RETIRED("Version %s was retired or replaced before.", "ruleVersionId"),
    TOO_MANY_CONFIG_VERSIONS(
            "The brand has reached the maximum of "
                    + ConfigVersions.MAX
                    + " versions of rules, limits, tier sets and badges.",
            "key");

    private final String message;
    private final String field;

    ConfigRejection(String message, String field) {
        this.message = message;
        this.field = field;
    }

    /**
     * Returns the rejection of a change of a version, at the input field that names the version.
     */
    Rejection of(ConfigVersion version) {
        return with(version.id()).at(List.of(version.type().inputField()));
    }

    @Override
    public String message() {
        return message;
    }

    @Override
    public String field() {
        return field;
    }
}
