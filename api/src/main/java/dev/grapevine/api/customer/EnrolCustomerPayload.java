package dev.grapevine.api.customer;

import dev.grapevine.api.kernel.PayloadData;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.kernel.command.Rejection;
import dev.grapevine.graph.kernel.command.Result;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Result of {@code enrolCustomer}. */
record EnrolCustomerPayload(
        @Nullable Customer customer, List<Rejection> userErrors, boolean isReplay) {

    static EnrolCustomerPayload of(Result<Customer> result) {
        var payloadData = PayloadData.to(result);
        return new EnrolCustomerPayload(
                payloadData.value(), payloadData.userErrors(), payloadData.isReplay());
    }
}
