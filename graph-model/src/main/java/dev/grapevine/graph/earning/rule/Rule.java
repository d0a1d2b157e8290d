package dev.grapevine.graph.earning.rule;

/**
 * Version of a rule, ready for evaluation.
 *
 * @param versionId {@code rlv_…}
 * @param key short name of the rule, unique in the brand
 * @param name name shown to customers
 * @param number version number, from 1
 * @param words English text: name, key, version, kinds and condition
 */
public record Rule(
        String versionId, String key, String name, int number, RuleSpec spec, String words) {

    /** Creates a version of a rule with its English text. */
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
