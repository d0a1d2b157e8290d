package dev.grapevine.graph.customer;

import static dev.grapevine.graph.testing.TestBrand.call;
import static dev.grapevine.graph.testing.TestBrand.callOf;
import static dev.grapevine.graph.testing.TestBrand.copies;
import static dev.grapevine.graph.testing.TestBrand.race;
import static dev.grapevine.graph.testing.TestBrand.rejections;
import static dev.grapevine.graph.testing.TestBrand.succeeded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.kernel.Ids;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.TestBrand;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@GraphTest
class CustomersIT {

    static final List<String> BAD_IDS =
            List.of(
                    "",
                    " ",
                    "has a blank",
                    "x".repeat(129),
                    "a\u0000",
                    "a\nb",
                    "a\u0085",
                    "\ud800");

    @Autowired Customers customers;

    @Autowired GraphClient graph;

    @Autowired TestBrand testBrand;

    Brand brand;

    @BeforeEach
    void foundABrand() {
        brand = testBrand.newBrand();
    }

    @Test
    void areNotCachedIfTheirEnrolmentWasRolledBack() {
        var command = new EnrolCustomer("ada", null, null);
        assertThatThrownBy(
                        () ->
                                graph.inOneTransaction(
                                        () -> {
                                            customers.enrolAll(brand.id(), List.of(command));
                                            assertThat(find("ada")).isPresent();
                                            throw new IllegalStateException("Rolled back");
                                        }))
                .hasMessage("Rolled back");
        assertThat(find("ada")).isEmpty();
        customers.enrolAll(brand.id(), List.of(command));
        var found = find("ada");
        assertThat(found).isPresent().isEqualTo(find("ada"));
        var other = testBrand.newBrand();
        assertThat(customers.byExternalId(Caller.SYSTEM, other.key(), "ada")).isEmpty();
    }

    private Optional<Customer> find(String externalId) {
        return customers.byExternalId(Caller.SYSTEM, brand.key(), externalId);
    }

    @Test
    void areEnrolledWithWhatIsKnownOfThem() {
        var joined = OffsetDateTime.parse("2026-01-01T01:00:00.123456+01:00");
        var ada = succeeded(enrol(new EnrolCustomer("ada", "Ada Lovelace", joined)));
        assertThat(ada.id()).matches(Ids.FORM).startsWith("cus_");
        assertThat(ada.brandId()).isEqualTo(brand.id());
        assertThat(ada.displayName()).isEqualTo("Ada Lovelace");
        assertThat(ada.joinedAt()).isEqualTo("2026-01-01T00:00:00.123Z");
        assertThat(customers.byIds(Caller.SYSTEM, List.of(ada.id())))
                .isEqualTo(Map.of(ada.id(), ada));
        assertThat(customers.byExternalId(Caller.SYSTEM, brand.key(), "ada")).contains(ada);
    }

    @Test
    void haveJoinedNowWhenNobodySaysWhen() {
        var ada = testBrand.enrol(brand, "ada");
        assertThat(ada.joinedAt()).isNotNull().isEqualTo(ada.enrolledAt());
    }

    @Test
    void areEnrolledOnce() {
        var ada = succeeded(enrol(new EnrolCustomer("ada", "Ada", null)));
        assertThat(enrol(new EnrolCustomer("ada", "Another", null)))
                .isEqualTo(Result.rejected(new AlreadyEnrolled("ada")));
        assertThat(customers.byExternalId(Caller.SYSTEM, brand.key(), "ada")).contains(ada);
    }

    @Test
    void areNotEnrolledAtABrandThatDoesNotExist() {
        var command = new EnrolCustomer("ada", null, null);
        assertThat(rejections(customers.enrol(call(), "no-brand", command)))
                .containsExactly("BRAND_NOT_FOUND");
    }

    @Test
    void areAnsweredAgainUnderARepeatedKey() {
        var call = call();
        var command = new EnrolCustomer("ada", "Ada", null);
        var first = succeeded(customers.enrol(call, brand.key(), command));
        assertThat(customers.enrol(call, brand.key(), command))
                .isEqualTo(new Result.Success<>(first, true));
    }

    @Test
    void areNotEnrolledUnderAKeyThatWasUsedForAnother() {
        var call = call();
        succeeded(customers.enrol(call, brand.key(), new EnrolCustomer("ada", "Ada", null)));
        assertThat(
                        rejections(
                                customers.enrol(
                                        call,
                                        brand.key(),
                                        new EnrolCustomer("grace", "Grace", null))))
                .containsExactly("IDEMPOTENCY_KEY_REUSED");
        assertThat(customers.byExternalId(Caller.SYSTEM, brand.key(), "grace")).isEmpty();
    }

    @Test
    void areNotMistakenForThoseOfAnotherBrandUnderARepeatedKey() {
        var call = call();
        var command = new EnrolCustomer("ada", "Ada", null);
        succeeded(customers.enrol(call, brand.key(), command));
        assertThat(rejections(customers.enrol(call, testBrand.newBrand().key(), command)))
                .containsExactly("IDEMPOTENCY_KEY_REUSED");
    }

    @ParameterizedTest
    @FieldSource("BAD_IDS")
    void haveNoIdsWithBlanksOrControls(String externalId) {
        assertThat(rejections(enrol(new EnrolCustomer(externalId, null, null))))
                .containsExactly("INVALID_INPUT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1969-12-31T23:59:59.999Z",
                "2200-01-01T00:00:00Z",
                "+292278994-08-17T07:12:55Z"
            })
    void haveNotJoinedOutsideTheCalendar(String time) {
        assertThat(rejections(enrol(new EnrolCustomer("ada", null, OffsetDateTime.parse(time)))))
                .containsExactly("INVALID_INPUT");
        assertThat(customers.byExternalId(Caller.SYSTEM, brand.key(), "ada")).isEmpty();
    }

    @Test
    void haveNamesThatCanBeShown() {
        assertThat(rejections(enrol(new EnrolCustomer("ada", "x".repeat(201), null))))
                .containsExactly("INVALID_INPUT");
        assertThat(rejections(enrol(new EnrolCustomer("ada", "A\u001b[31m", null))))
                .containsExactly("INVALID_INPUT");
        assertThat(succeeded(enrol(new EnrolCustomer("ada", "Ada 鬼 😀", null))).displayName())
                .isEqualTo("Ada 鬼 😀");
    }

    @Test
    void ofTwoBrandsMayHaveTheSameExternalId() {
        var elsewhere = testBrand.newBrand();
        var here = testBrand.enrol(brand, "ada");
        var there = testBrand.enrol(elsewhere, "ada");
        assertThat(here.id()).isNotEqualTo(there.id());
        assertThat(customers.byExternalId(Caller.SYSTEM, elsewhere.key(), "ada")).contains(there);
        assertThat(customers.byExternalIds(brand.id(), List.of("ada", "nobody")))
                .isEqualTo(Map.of("ada", here));
    }

    @Test
    void ofOtherBrandsAreInvisibleToAPartner() {
        var ada = testBrand.enrol(brand, "ada");
        var stranger = callOf(testBrand.newBrand());
        assertThat(customers.byIds(stranger.caller(), List.of(ada.id()))).isEmpty();
        assertThat(customers.byExternalId(stranger.caller(), brand.key(), "ada")).isEmpty();
        assertThat(
                        rejections(
                                customers.enrol(
                                        stranger,
                                        brand.key(),
                                        new EnrolCustomer("grace", null, null))))
                .containsExactly("BRAND_NOT_FOUND");
        assertThat(customers.byIds(callOf(brand).caller(), List.of(ada.id()))).containsValue(ada);
    }

    @Test
    void areEnrolledByOneOfTwentyThreads() throws Exception {
        var results = race(copies(20, () -> enrol(new EnrolCustomer("ada", "Ada", null))));
        assertThat(results.stream().filter(result -> rejections(result).isEmpty())).hasSize(1);
        assertThat(results.stream().flatMap(result -> rejections(result).stream()))
                .hasSize(19)
                .containsOnly("ALREADY_ENROLLED");
    }

    @Test
    void areAnsweredInOrderWhenTheyAreMany() {
        var katherine = testBrand.enrol(brand, "katherine");
        var results =
                customers.enrolAll(
                        brand.id(),
                        List.of(
                                new EnrolCustomer("grace", "Grace", null),
                                new EnrolCustomer("has a blank", null, null),
                                new EnrolCustomer("katherine", null, null),
                                new EnrolCustomer("ada", "Ada", null),
                                new EnrolCustomer("grace", "Another", null)));
        assertThat(results)
                .extracting(TestBrand::rejections)
                .containsExactly(
                        List.of(),
                        List.of("INVALID_INPUT"),
                        List.of("ALREADY_ENROLLED"),
                        List.of(),
                        List.of("ALREADY_ENROLLED"));
        assertThat(succeeded(results.get(0)).displayName()).isEqualTo("Grace");
        assertThat(succeeded(results.get(3)).externalId()).isEqualTo("ada");
        assertThat(succeeded(results.get(3)).joinedAt()).isNull();
        assertThat(customers.byExternalId(Caller.SYSTEM, brand.key(), "katherine"))
                .contains(katherine);
    }

    private Result<Customer> enrol(EnrolCustomer command) {
        return customers.enrol(call(), brand.key(), command);
    }
}
