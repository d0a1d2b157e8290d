package dev.grapevine.graph.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class OutcomeTests {

    private static final Refusal UNKNOWN = new Unknown("Customer", "grace", "customer");

    @Test
    void refusesARefusalWithoutAReason() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Outcome.Refused<String>(List.of(), false));
    }

    @Test
    void keepsOnlyTheRefusalThatIsMeantForEver() {
        assertThat(Outcome.<String>refused(UNKNOWN))
                .isEqualTo(new Outcome.Refused<>(List.of(UNKNOWN), false));
        assertThat(Outcome.<String>refusedForEver(UNKNOWN))
                .isEqualTo(new Outcome.Refused<>(List.of(UNKNOWN), true));
    }

    @Test
    void showsWhatWasDoneInAnotherWayAndKeepsItAReplay() {
        assertThat(new Outcome.Done<>("ada", true).map(String::length))
                .isEqualTo(new Outcome.Done<>(3, true));
        assertThat(Outcome.<String>refusedForEver(UNKNOWN).map(String::length))
                .isEqualTo(new Outcome.Refused<Integer>(List.of(UNKNOWN), true));
    }

    @Test
    void carriesOnWithWhatWasNotRefusedAndAnswersInOrder() {
        var taken = new ArrayList<String>();
        var outcomes =
                Outcome.<String, Integer>carryOn(
                        List.of(
                                Outcome.done("ada"),
                                Outcome.refused(UNKNOWN),
                                Outcome.done("alan")),
                        values -> {
                            taken.addAll(values);
                            return values.stream()
                                    .map(value -> Outcome.done(value.length()))
                                    .toList();
                        });
        assertThat(taken).containsExactly("ada", "alan");
        assertThat(outcomes)
                .containsExactly(Outcome.done(3), Outcome.refused(UNKNOWN), Outcome.done(4));
    }

    @Test
    void takesNothingWhereEverythingWasRefused() {
        var outcomes =
                Outcome.<String, Integer>carryOn(
                        List.of(Outcome.refused(UNKNOWN)),
                        values -> {
                            throw new AssertionError("There is nothing to take: " + values);
                        });
        assertThat(outcomes).containsExactly(Outcome.refused(UNKNOWN));
    }

    @Test
    void answersEachOfManyCommandsWithItsOwnOutcome() {
        var outcomes =
                Outcome.<String, String>checked(
                        List.of("ada", "", "grace"),
                        name -> new Inputs().text("name", name, 1, 10),
                        names ->
                                names.stream()
                                        .map(
                                                name ->
                                                        name.equals("grace")
                                                                ? Outcome.<String>refused(UNKNOWN)
                                                                : Outcome.done(name))
                                        .toList());
        assertThat(outcomes.get(0)).isEqualTo(Outcome.done("ada"));
        assertThat(outcomes.get(1))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.toString()).contains("name"));
        assertThat(outcomes.get(2)).isEqualTo(Outcome.refused(UNKNOWN));
    }
}
