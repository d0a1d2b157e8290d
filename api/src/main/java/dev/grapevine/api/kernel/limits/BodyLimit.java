package dev.grapevine.api.kernel.limits;

import dev.grapevine.api.kernel.web.GraphQlErrors;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Rejects request bodies above 512 KiB, with or without a {@code Content-Length}, and bodies that
 * take longer than 10 s, before parsing. The largest valid request is a batch of 500 awards of
 * about 1,000 bytes each. The filter follows the authentication: no byte of the body is kept for a
 * caller without a key.
 */
@Component
@Order(BodyLimit.ORDER)
class BodyLimit extends OncePerRequestFilter {

    static final int MAX_BYTES = 512 * 1024;

    /** After Spring Security, whose filters have the order -100. */
    static final int ORDER = -50;

    private static final Duration MAX_TIME = Duration.ofSeconds(10);

    private final GraphQlErrors errors;

    BodyLimit(GraphQlErrors errors) {
        this.errors = errors;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getUserPrincipal() == null) {
            // Public paths have no use for a body, but the health endpoint would read it.
            chain.doFilter(new ReadRequest(request, new byte[0]), response);
            return;
        }
        if (request.getContentLengthLong() > MAX_BYTES) {
            reject(request, response);
            return;
        }
        byte[] body;
        try {
            body = new BoundedBody(request.getInputStream(), MAX_BYTES + 1, MAX_TIME).read();
        } catch (IOException e) {
            // After a time-out of its own Tomcat has sent the error.
            if (!isTimeout(e)) {
                throw e;
            }
            if (!response.isCommitted()) {
                response.sendError(HttpServletResponse.SC_REQUEST_TIMEOUT);
            }
            return;
        }
        if (body.length > MAX_BYTES) {
            reject(request, response);
            return;
        }
        chain.doFilter(new ReadRequest(request, body), response);
    }

    private static boolean isTimeout(IOException failure) {
        return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(SocketTimeoutException.class::isInstance);
    }

    private void reject(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        errors.write(
                request,
                response,
                413,
                "BODY_TOO_LARGE",
                "The body exceeds " + MAX_BYTES + " bytes.");
    }

    /** A request with its body in memory. */
    private static final class ReadRequest extends HttpServletRequestWrapper {

        private final byte[] body;

        ReadRequest(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            var bytes = new ByteArrayInputStream(body);
            return new ServletInputStream() {
                @Override
                public int read() {
                    return bytes.read();
                }

                @Override
                public int read(byte[] target, int offset, int length) {
                    return bytes.read(target, offset, length);
                }

                @Override
                public boolean isFinished() {
                    return bytes.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException("The body has been read already");
                }
            };
        }
    }
}
