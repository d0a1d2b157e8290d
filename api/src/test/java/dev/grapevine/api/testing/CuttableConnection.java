package dev.grapevine.api.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The wire between the API and its database, which a test can cut or clog. */
public final class CuttableConnection implements AutoCloseable {

    private enum State {
        WHOLE,
        CUT,
        CLOGGED
    }

    private final int target;
    private final ServerSocket server;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile State state = State.WHOLE;

    public CuttableConnection(int target) throws IOException {
        this.target = target;
        this.server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Connections break, and new ones are closed at once. */
    public void cut() {
        state = State.CUT;
        sockets.forEach(CuttableConnection::close);
    }

    /** Connections stay open, and nothing comes through any more. */
    public void clog() {
        state = State.CLOGGED;
    }

    public void mend() {
        state = State.WHOLE;
        sockets.forEach(CuttableConnection::close);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                connect(server.accept());
            } catch (IOException _) {
                // The test has ended.
            }
        }
    }

    private void connect(Socket near) {
        try {
            if (state == State.CUT) {
                throw new IOException("The wire is cut");
            }
            var far = new Socket(InetAddress.getLoopbackAddress(), target);
            sockets.add(near);
            sockets.add(far);
            Thread.ofVirtual().start(() -> pump(near, far));
            Thread.ofVirtual().start(() -> pump(far, near));
        } catch (IOException _) {
            close(near);
        }
    }

    private void pump(Socket from, Socket to) {
        var buffer = new byte[8192];
        try {
            for (var read = from.getInputStream().read(buffer);
                    read >= 0;
                    read = from.getInputStream().read(buffer)) {
                if (state == State.WHOLE) {
                    to.getOutputStream().write(buffer, 0, read);
                }
            }
        } catch (IOException _) {
            // One end is closed: so is the other.
        }
        close(from);
        close(to);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        sockets.forEach(CuttableConnection::close);
    }
}
