package dev.grapevine.graph.earning;

import dev.grapevine.graph.course.Standing;

/**
 * Where a customer stands on one of the brand's ladders.
 *
 * @param ladderKey key of the ladder
 * @param versionId {@code ldv_…}: the version of it that is in force
 */
public record TierStanding(String ladderKey, String versionId, Standing standing) {}
