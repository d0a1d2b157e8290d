package dev.grapevine.graph.kernel.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class ResultTests {

    private static final Rejection UNKNOWN = new NotFound("Customer", "grace", "customer");

    @Test
    void refusesARefusalWithoutAReason() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Result.Rejected<String>(List.of(), false));
    }

    @Test
    void keepsOnlyTheRefusalThatIsMeantForEver() {
        assertThat(Result.<String>rejected(UNKNOWN))
                .isEqualTo(new Result.Rejected<>(List.of(UNKNOWN), false));
        assertThat(Result.<String>rejectedFinally(UNKNOWN))
                .isEqualTo(new Result.Rejected<>(List.of(UNKNOWN), true));
    }

    @Test
    void showsWhatWasDoneInAnotherWayAndKeepsItAReplay() {
        assertThat(new Result.Success<>("ada", true).map(String::length))
                .isEqualTo(new Result.Success<>(3, true));
        assertThat(Result.<String>rejectedFinally(UNKNOWN).map(String::length))
                .isEqualTo(new Result.Rejected<Integer>(List.of(UNKNOWN), true));
    }

    @Test
    void carriesOnWithWhatWasNotRefusedAndAnswersInOrder() {
        var taken = new ArrayList<String>();
        var results =
                Result.<String, Integer>mapSuccesses(
                        List.of(
                                Result.success("ada"),
                                Result.rejected(UNKNOWN),
                                Result.success("alan")),
                        values -> {
                            taken.addAll(values);
                            return values.stream()
                                    .map(value -> Result.success(value.length()))
                                    .toList();
                        });
        assertThat(taken).containsExactly("ada", "alan");
        assertThat(results)
                .containsExactly(Result.success(3), Result.rejected(UNKNOWN), Result.success(4));
    }

    @Test
    void takesNothingWhereEverythingWasRefused() {
        var results =
                Result.<String, Integer>mapSuccesses(
                        List.of(Result.rejected(UNKNOWN)),
                        values -> {
                            throw new AssertionError("There is nothing to take: " + values);
                        });
        assertThat(results).containsExactly(Result.rejected(UNKNOWN));
    }

    @Test
    void returnsOneResultForEachCommand() {
        var results =
                Result.<String, String>checked(
                        List.of("ada", "", "grace"),
                        name -> new Validation().text("name", name, 10),
                        names ->
                                names.stream()
                                        .map(
                                                name ->
                                                        name.equals("grace")
                                                                ? Result.<String>rejected(UNKNOWN)
                                                                : Result.success(name))
                                        .toList());
        assertThat(results.get(0)).isEqualTo(Result.success("ada"));
        assertThat(results.get(1))
                .isInstanceOfSatisfying(
                        Result.Rejected.class,
                        rejected -> assertThat(rejected.toString()).contains("name"));
        assertThat(results.get(2)).isEqualTo(Result.rejected(UNKNOWN));
    }
}
