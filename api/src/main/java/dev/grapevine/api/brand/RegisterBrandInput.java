package dev.grapevine.api.brand;

import static java.util.stream.Collectors.toMap;

import dev.grapevine.graph.brand.RegisterBrand;

import java.util.List;

/** A brand to register. */
record RegisterBrandInput(
        String key,
        String name,
        int activeDayWeight,
        List<EngagementWeightInput> engagementWeights,
        String idempotencyKey) {

    /** How much an activity of a kind says about engagement. */
    record EngagementWeightInput(String kind, int weight) {}

    RegisterBrand command() {
        var weights =
                engagementWeights.stream()
                        .collect(
                                toMap(
                                        EngagementWeightInput::kind,
                                        weight -> (long) weight.weight(),
                                        (_, last) -> last));
        return new RegisterBrand(key, name, activeDayWeight, weights);
    }
}
