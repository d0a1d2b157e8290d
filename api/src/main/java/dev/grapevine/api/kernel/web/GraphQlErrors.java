package dev.grapevine.api.kernel.web;

import dev.grapevine.api.kernel.security.AuthenticationUnavailable;
import dev.grapevine.graph.kernel.database.GraphBusy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Writes errors outside the GraphQL execution in the form of GraphQL errors. */
@Component
public class GraphQlErrors {

    private final JsonMapper json = JsonMapper.shared();

    /**
     * Responds to a failed authentication: 401 with a challenge (RFC 6750), or 503 if the database
     * does not respond or is busy.
     */
    public void challenge(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException failure)
            throws IOException {
        if (failure instanceof AuthenticationUnavailable) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "2");
            if (failure.getCause() instanceof GraphBusy) {
                write(
                        request,
                        response,
                        503,
                        "GRAPH_BUSY",
                        "The database is busy; repeat the call.");
                return;
            }
            write(
                    request,
                    response,
                    503,
                    "GRAPH_UNAVAILABLE",
                    "The database does not respond; repeat the call.");
            return;
        }
        var isKeyInvalid = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE,
                isKeyInvalid
                        ? "Bearer realm=\"grapevine\", error=\"invalid_token\""
                        : "Bearer realm=\"grapevine\"");
        write(
                request,
                response,
                401,
                "UNAUTHORIZED",
                "Send your API key in the header 'Authorization: Bearer <key>'.");
    }

    /** Writes an error; closes the connection of a request whose body was not read. */
    public void write(
            HttpServletRequest request,
            HttpServletResponse response,
            int status,
            String code,
            String message)
            throws IOException {
        response.setStatus(status);
        if (!request.getInputStream().isFinished()) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
        }
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        var bytes = json.writeValueAsBytes(body(status, code, message));
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    static Map<String, ?> body(int status, String code, String message) {
        var extensions = Map.of("code", code, "classification", classification(status));
        return Map.of("errors", List.of(Map.of("message", message, "extensions", extensions)));
    }

    private static String classification(int status) {
        return switch (status) {
            case 401 -> "UNAUTHORIZED";
            case 403 -> "FORBIDDEN";
            case 404 -> "NOT_FOUND";
            default -> status < 500 ? "BAD_REQUEST" : "INTERNAL_ERROR";
        };
    }
}
