package dev.grapevine.graph.earning.rule;

/**
 * A version of a rule, as it is carried out.
 *
 * @param versionId {@code rlv_…}
 * @param key the rule's short name, unique in the brand
 * @param name what customers are told
 * @param number of the version
 * @param words the rule in English: whom it listens to, and when it fires
 */
public record Rule(
        String versionId, String key, String name, int number, RuleSpec spec, String words) {

    /** A rule, told in English. */
    public static Rule of(String versionId, String key, String name, int number, RuleSpec spec) {
        var when = spec.when() == null ? "" : ", when " + ConditionFormatter.of(spec.when());
        var words =
                "Rule “"
                        + name
                        + "” ("
                        + key
                        + ", version "
                        + number
                        + ") for "
                        + String.join(", ", spec.kinds())
                        + when;
        return new Rule(versionId, key, name, number, spec, words);
    }
}
