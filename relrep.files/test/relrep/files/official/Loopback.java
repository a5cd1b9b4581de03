package relrep.files.official;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A web server on this machine that serves one content, correctly or with failures. */
final class Loopback implements AutoCloseable {
    private final HttpServer server;
    private final List<String> ranges = new CopyOnWriteArrayList<>();

    private Loopback(HttpHandler handler) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    ranges.add(String.valueOf(exchange.getRequestHeaders().getFirst("Range")));
                    try (exchange) {
                        handler.handle(exchange);
                    }
                });
        server.start();
    }

    /** Serves all, or what is asked for from some byte on. */
    public static Loopback serving(byte[] content) throws IOException {
        return new Loopback(exchange -> send(exchange, content, content.length));
    }

    /** Closes each connection after so many bytes of the answer, having promised all. */
    public static Loopback cutting(byte[] content, int after) throws IOException {
        return new Loopback(exchange -> send(exchange, content, after));
    }

    /** Answers every wish for a part with the whole. */
    public static Loopback withoutRanges(byte[] content) throws IOException {
        return new Loopback(
                exchange -> {
                    exchange.sendResponseHeaders(200, content.length);
                    exchange.getResponseBody().write(content);
                });
    }

    /** Answers with a status and nothing else. */
    public static Loopback refusing(int status) throws IOException {
        return new Loopback(exchange -> exchange.sendResponseHeaders(status, -1));
    }

    /** Sends everybody elsewhere. */
    public static Loopback redirecting(URI elsewhere) throws IOException {
        return new Loopback(
                exchange -> {
                    String name = exchange.getRequestURI().getPath().substring(1);
                    exchange.getResponseHeaders()
                            .set("Location", elsewhere.resolve(name).toString());
                    exchange.sendResponseHeaders(302, -1);
                });
    }

    private static void send(HttpExchange exchange, byte[] content, int most) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        int from = range == null ? 0 : Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1"));
        int length = content.length - from;
        if (range != null) {
            exchange.getResponseHeaders()
                    .set(
                            "Content-Range",
                            "bytes %d-%d/%d".formatted(from, content.length - 1, content.length));
        }
        exchange.sendResponseHeaders(range == null ? 200 : 206, length);
        exchange.getResponseBody().write(content, from, Math.min(most, length));
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** The {@code Range} of each request so far, {@code "null"} for the whole. */
    public List<String> ranges() {
        return List.copyOf(ranges);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
