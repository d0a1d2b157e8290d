package dev.grapevine.api.customer;

import dev.grapevine.api.kernel.Answer;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Refusal;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What became of a customer to enrol. */
record EnrolCustomerPayload(
        @Nullable Customer customer, List<Refusal> userErrors, boolean isReplay) {

    static EnrolCustomerPayload of(Outcome<Customer> outcome) {
        var answer = Answer.to(outcome);
        return new EnrolCustomerPayload(answer.value(), answer.userErrors(), answer.isReplay());
    }
}
