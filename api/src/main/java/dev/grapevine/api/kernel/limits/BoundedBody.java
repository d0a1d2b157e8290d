package dev.grapevine.api.kernel.limits;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * Body of a request, of which at most a number of bytes is read within a time, however slowly they
 * come. A single read may exceed the time by the server's time-out of a connection.
 */
final class BoundedBody {

    private static final int BUFFER = 8 * 1024;

    private final InputStream body;
    private final int maxBytes;
    private final long deadline;

    BoundedBody(InputStream body, int maxBytes, Duration maxTime) {
        this.body = body;
        this.maxBytes = maxBytes;
        deadline = System.nanoTime() + maxTime.toNanos();
    }

    /**
     * Reads the body to its end or to the maximum.
     *
     * @throws SocketTimeoutException if the time is over before
     */
    byte[] read() throws IOException {
        var bytes = new ByteArrayOutputStream(BUFFER);
        var buffer = new byte[BUFFER];
        while (bytes.size() < maxBytes) {
            var count = body.read(buffer, 0, Math.min(buffer.length, maxBytes - bytes.size()));
            if (count < 0) {
                return bytes.toByteArray();
            }
            bytes.write(buffer, 0, count);
            if (isOver()) {
                throw new SocketTimeoutException("The body came too slowly");
            }
        }
        return bytes.toByteArray();
    }

    /** Reads and forgets the body to its end, to the maximum, or until the time is over. */
    void drain() throws IOException {
        var buffer = new byte[BUFFER];
        var left = maxBytes;
        while (left > 0 && !isOver()) {
            var count = body.read(buffer, 0, Math.min(buffer.length, left));
            if (count < 0) {
                return;
            }
            left -= count;
        }
    }

    private boolean isOver() {
        return System.nanoTime() - deadline > 0;
    }
}
