package dev.grapevine.api.kernel.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

import java.util.Map;

/** Bodies of HTTP errors that no other component has written; never a stack trace. */
@Controller
class HttpErrors implements ErrorController {

    @RequestMapping("/error")
    ResponseEntity<Map<String, ?>> error(HttpServletRequest request) {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var status =
                code instanceof Integer number ? HttpStatus.valueOf(number) : HttpStatus.NOT_FOUND;
        return ResponseEntity.status(status)
                .body(GraphQlErrors.body(status.value(), name(status), message(status)));
    }

    private static String name(HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST -> "INVALID_REQUEST";
            case REQUEST_TIMEOUT -> "BODY_TOO_SLOW";
            default -> status.name();
        };
    }

    private static String message(HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST -> "The body is not a JSON object with a GraphQL 'query'.";
            case REQUEST_TIMEOUT ->
                    "The body took longer than 10 s, or paused for longer than 5 s.";
            default -> status.getReasonPhrase() + ".";
        };
    }
}
