package dev.grapevine.graph.earning;

import dev.grapevine.graph.course.Happening;
import dev.grapevine.graph.course.Happening.Place;
import dev.grapevine.graph.course.Member;
import dev.grapevine.graph.course.Progress;
import dev.grapevine.graph.rule.Rulebook;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A customer whose activities are reckoned.
 *
 * @param edition number of the latest edition of their brand's rulebook
 * @param hasReferrer whether somebody has brought them
 * @param badgesByHand keys of badges that they were awarded by hand
 * @param badgesKept badges that they have earned and keep, whatever becomes of their causes
 * @param badgesTaken keys of badges that somebody has taken back from them
 * @param course how far they have come; null if nothing was reckoned yet
 * @param activities then, how many activities they have, those of this transaction included
 */
record Traveller(
        String customerId,
        String brandId,
        @Nullable OffsetDateTime joinedAt,
        long edition,
        boolean hasReferrer,
        List<String> badgesByHand,
        List<KeptBadge> badgesKept,
        List<String> badgesTaken,
        @Nullable StoredCourse course,
        long activities) {

    /**
     * A badge that stays.
     *
     * @param since when it was earned
     */
    record KeptBadge(String key, OffsetDateTime since) {}

    Member member() {
        return new Member(customerId, joinedAt);
    }

    /** What is true of them now, to be kept with what they do now. */
    Facts facts() {
        return new Facts(always(), badgesKept);
    }

    private Set<String> always() {
        var facts = new HashSet<String>();
        if (hasReferrer) {
            facts.add(Happening.Fact.HAS_REFERRER);
        }
        badgesByHand.forEach(badge -> facts.add(Happening.Fact.badge(badge)));
        badgesTaken.forEach(badge -> facts.add(Happening.Fact.lost(badge)));
        return facts;
    }

    /** The places of the latest activities that the course contains, by strand. */
    Map<String, Place> lasts() {
        return course == null ? Map.of() : course.lastPlaces();
    }

    /**
     * Whether the course can go on from where it stands: each strand of it is where the first of
     * its new activities comes next.
     *
     * @param news the new activities
     */
    boolean goesOn(Rulebook rulebook, Map<String, Place> lasts, List<Happening> news) {
        if (course == null) {
            return activities == news.size();
        }
        return rulebook.signature().equals(course.signature())
                && news.stream().allMatch(it -> isNext(rulebook, lasts, it));
    }

    /**
     * Whether the course could go on with an activity that is not recorded.
     *
     * @param recorded how many are
     */
    boolean goesOn(Rulebook rulebook, int recorded, Happening next) {
        return course == null ? recorded == 0 : goesOn(rulebook, lasts(), List.of(next));
    }

    private static boolean isNext(
            Rulebook rulebook, Map<String, Place> lasts, Happening happening) {
        var strand = rulebook.strands().of(happening.kind());
        var last = strand == null ? null : lasts.get(strand);
        return last == null || happening.place().compareTo(last) > 0;
    }

    /** How far they have come, without what is kept of contributions. */
    Progress progress() {
        return course == null ? Progress.none() : Progress.of(course.read());
    }
}
