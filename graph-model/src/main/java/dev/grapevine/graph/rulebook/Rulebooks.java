package dev.grapevine.graph.rulebook;

import dev.grapevine.graph.rule.Rulebook;

/** The rulebooks of brands, as all their decisions make them. */
public interface Rulebooks {

    /** The number of a brand's latest edition; 0 if it has decided nothing. One round trip. */
    long edition(String brandId);

    /**
     * The rulebook of a brand up to an edition that exists. Answered from memory unless the edition
     * is newer than what is known.
     */
    Rulebook upTo(String brandId, long edition);

    /** The rulebook as it is now. */
    default Rulebook of(String brandId) {
        return upTo(brandId, edition(brandId));
    }
}
