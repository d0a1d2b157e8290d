package dev.grapevine.api.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A TCP proxy between the API and its database, which a test can disconnect or stall. */
public final class CuttableConnection implements AutoCloseable {

    private enum State {
        FORWARDING,
        CUT,
        STALLED
    }

    private final int target;
    private final ServerSocket server;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile State state = State.FORWARDING;

    public CuttableConnection(int target) throws IOException {
        this.target = target;
        this.server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Closes all connections, and new connections at once. */
    public void cut() {
        state = State.CUT;
        sockets.forEach(CuttableConnection::close);
    }

    /** Keeps connections open but forwards no bytes. */
    public void stall() {
        state = State.STALLED;
    }

    public void restore() {
        state = State.FORWARDING;
        sockets.forEach(CuttableConnection::close);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                connect(server.accept());
            } catch (IOException _) {
                // The server socket is closed.
            }
        }
    }

    private void connect(Socket clientSocket) {
        try {
            if (state == State.CUT) {
                throw new IOException("The connection is cut");
            }
            var targetSocket = new Socket(InetAddress.getLoopbackAddress(), target);
            sockets.add(clientSocket);
            sockets.add(targetSocket);
            Thread.ofVirtual().start(() -> pump(clientSocket, targetSocket));
            Thread.ofVirtual().start(() -> pump(targetSocket, clientSocket));
        } catch (IOException _) {
            close(clientSocket);
        }
    }

    private void pump(Socket from, Socket to) {
        var buffer = new byte[8192];
        try {
            for (var read = from.getInputStream().read(buffer);
                    read >= 0;
                    read = from.getInputStream().read(buffer)) {
                if (state == State.FORWARDING) {
                    to.getOutputStream().write(buffer, 0, read);
                }
            }
        } catch (IOException _) {
            // Either end was closed.
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
