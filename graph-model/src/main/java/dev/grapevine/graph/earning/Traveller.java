package dev.grapevine.graph.earning;

import dev.grapevine.graph.course.Happening;
import dev.grapevine.graph.course.Happening.Place;
import dev.grapevine.graph.course.Member;
import dev.grapevine.graph.course.Progress;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A customer whose activities are reckoned.
 *
 * @param edition number of the latest edition of their brand's rulebook
 * @param hasReferrer whether somebody has brought them
 * @param badgesByHand keys of badges that they were awarded by hand
 * @param badgesTaken keys of badges that somebody has taken back from them
 * @param course how far they have come; null if nothing was reckoned yet
 */
record Traveller(
        String customerId,
        String brandId,
        @Nullable OffsetDateTime joinedAt,
        long edition,
        boolean hasReferrer,
        List<String> badgesByHand,
        List<String> badgesTaken,
        @Nullable StoredCourse course) {

    Member member() {
        return new Member(customerId, joinedAt);
    }

    /** What is true of them now, to be kept with what they do now. */
    Set<String> facts() {
        var facts = new HashSet<String>();
        if (hasReferrer) {
            facts.add(Happening.Fact.HAS_REFERRER);
        }
        badgesByHand.forEach(badge -> facts.add(Happening.Fact.badge(badge)));
        badgesTaken.forEach(badge -> facts.add(Happening.Fact.lost(badge)));
        return facts;
    }

    @Nullable Place last() {
        return course == null ? null : course.last();
    }

    /** Whether the course can go on from where it stands. */
    boolean goesOn(String signature, Place first) {
        if (course == null) {
            return false;
        }
        var last = course.last();
        return signature.equals(course.signature()) && (last == null || first.compareTo(last) > 0);
    }

    /** How far they have come, without what is kept of contributions. */
    Progress progress() {
        return course == null ? Progress.none() : Progress.of(course.read());
    }
}
