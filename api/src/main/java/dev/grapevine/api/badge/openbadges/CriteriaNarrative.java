package dev.grapevine.api.badge.openbadges;

import static java.util.stream.Collectors.joining;

import dev.grapevine.graph.earning.rule.BadgeCriteria;
import dev.grapevine.graph.earning.rule.ConditionFormatter;

/**
 * Formats the criteria of a badge level as an English sentence.
 *
 * @param threshold least measure that reaches the level
 */
record CriteriaNarrative(BadgeCriteria criteria, long threshold) {

    /**
     * Returns the sentence without its full stop, for example {@code Earned with 3 activities of
     * the kind 'a'}.
     */
    String text() {
        var when = criteria.when();
        return "Earned with "
                + measured()
                + kinds()
                + within()
                + (when == null ? "" : ", where " + ConditionFormatter.of(when));
    }

    private String measured() {
        return switch (criteria.measure()) {
            case COUNT -> threshold + (threshold == 1 ? " activity" : " activities");
            case QUANTITY -> "a quantity of " + threshold + " in activities";
            case VALUE -> "a value of " + threshold + " in activities";
            case DISTINCT_CONTRIBUTIONS -> "activities about " + different("contribution");
            case DISTINCT_KINDS -> "activities of " + different("kind") + " out of those";
            case DISTINCT_DAYS -> "activities on " + different("day");
            case STREAK_OF_DAYS -> "activities on " + different("day") + " without a gap,";
        };
    }

    private String different(String noun) {
        return threshold
                + (threshold == 1 ? " " : " different ")
                + noun
                + (threshold == 1 ? "" : "s");
    }

    private String kinds() {
        var kinds = criteria.kinds();
        return (kinds.size() == 1 ? " of the kind " : " of the kinds ")
                + kinds.stream()
                        .map(
                                it ->
                                        "'"
                                                + it.kind()
                                                + "'"
                                                + (it.weight() == 1
                                                        ? ""
                                                        : " (each counts " + it.weight() + ")"))
                        .collect(joining(", "));
    }

    private String within() {
        return switch (criteria.period()) {
            case ALL_TIME -> "";
            case DAY -> " within a day";
            case WEEK -> " within a week";
            case MONTH -> " within a month";
            case YEAR -> " within a year";
            case CONTRIBUTION -> " about one contribution";
        };
    }
}
