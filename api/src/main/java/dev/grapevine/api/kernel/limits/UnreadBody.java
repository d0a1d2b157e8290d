package dev.grapevine.api.kernel.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.time.Duration;

/**
 * Answers a request whose body nobody has read, such as that of a caller without a key, before the
 * rest of its body comes, and then reads and forgets some of it, so that the caller can read the
 * answer. The connection is closed.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnreadBody extends OncePerRequestFilter {

    private static final Duration MAX_TIME = Duration.ofSeconds(1);

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        if (request.isAsyncStarted()
                || request.getInputStream().isFinished()
                || response.getStatus() == HttpServletResponse.SC_REQUEST_TIMEOUT) {
            return;
        }
        if (!response.isCommitted()) {
            response.setHeader("Connection", "close");
        }
        response.flushBuffer();
        try {
            new BoundedBody(request.getInputStream(), BodyLimit.MAX_BYTES, MAX_TIME).drain();
        } catch (IOException _) {
            // The caller has gone, or sends nothing more.
        }
    }
}
