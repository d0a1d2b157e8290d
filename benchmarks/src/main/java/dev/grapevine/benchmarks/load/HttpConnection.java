package dev.grapevine.benchmarks.load;

import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.protocol.DefaultHttpProcessor;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.http.protocol.HttpProcessor;
import org.apache.hc.core5.http.protocol.RequestContent;
import org.apache.hc.core5.http.protocol.RequestTargetHost;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * HTTP connection that is kept alive and reopened after the server has closed it; for one thread.
 *
 * <p>Apache HttpCore 5, the lower layer of HttpClient 5, because load and server share the cores.
 * CPU time of the client per request, with 64 connections and a server that responds at once:
 * java.net.http 106 µs, reactor-netty 49, Jetty client 48, HttpClient 5 on virtual threads 32,
 * HttpCore 5 on virtual threads 17, bare sockets 12.
 */
public final class HttpConnection implements AutoCloseable {

    private static final HttpProcessor HEADERS =
            new DefaultHttpProcessor(new RequestTargetHost(), new RequestContent());

    private final Endpoint endpoint;
    private final HttpHost host;
    private final HttpRequestExecutor executor = new HttpRequestExecutor();
    private final HttpCoreContext context = HttpCoreContext.create();
    private final DefaultBHttpClientConnection connection =
            new DefaultBHttpClientConnection(Http1Config.DEFAULT);

    public HttpConnection(Endpoint endpoint) throws IOException {
        this.endpoint = endpoint;
        this.host = new HttpHost("127.0.0.1", endpoint.port());
        connect();
    }

    private void connect() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), endpoint.port());
        socket.setTcpNoDelay(true);
        connection.bind(socket);
    }

    /** Posts JSON and returns the body of the response, whose status must be 200. */
    public String post(byte[] json) throws IOException {
        if (!connection.isOpen()) {
            connect();
        }
        try {
            return exchange(request(json));
        } catch (HttpException e) {
            connection.close();
            throw new IOException(e);
        } catch (IOException e) {
            connection.close();
            throw e;
        }
    }

    private ClassicHttpRequest request(byte[] json) {
        var request = new BasicClassicHttpRequest("POST", host, endpoint.path());
        if (endpoint.key() != null) {
            request.setHeader("Authorization", "Bearer " + endpoint.key());
        }
        request.setEntity(new ByteArrayEntity(json, ContentType.APPLICATION_JSON));
        return request;
    }

    private String exchange(ClassicHttpRequest request) throws IOException, HttpException {
        executor.preProcess(request, HEADERS, context);
        try (var response = executor.execute(request, connection, context)) {
            var body =
                    new String(
                            EntityUtils.toByteArray(response.getEntity()), StandardCharsets.UTF_8);
            if (response.getCode() != 200) {
                throw new IOException("HTTP " + response.getCode() + ": " + body);
            }
            if (!DefaultConnectionReuseStrategy.INSTANCE.keepAlive(request, response, context)) {
                connection.close();
            }
            return body;
        }
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
