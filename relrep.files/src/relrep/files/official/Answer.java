package relrep.files.official;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server's answer to a request for a file from a given byte on. It uses {@link HttpURLConnection}
 * rather than {@code HttpClient}, whose threads outlive a bundle.
 */
final class Answer implements Closeable {
    private static final int CONNECT_MILLIS = 10_000;
    private static final int READ_MILLIS = 20_000;
    private static final int REDIRECTIONS = 5;
    private static final int PARTIAL = HttpURLConnection.HTTP_PARTIAL;
    private static final Pattern RANGE = Pattern.compile("bytes (\\d{1,18})-\\d+/(\\d{1,18}|\\*)");

    private final HttpURLConnection connection;
    private final long start;
    private final OptionalLong total;

    private Answer(HttpURLConnection connection, long start, OptionalLong total) {
        this.connection = connection;
        this.start = start;
        this.total = total;
    }

    /**
     * Requests a file.
     *
     * @param from the first byte wanted; the server may ignore it and start at 0
     * @throws IOException when the server does not have the file or does not answer
     */
    static Answer get(URI address, long from) throws IOException {
        URI at = address;
        for (int i = 0; i <= REDIRECTIONS; i++) {
            HttpURLConnection connection = ask(at, from);
            int code = connection.getResponseCode();
            if (code == HttpURLConnection.HTTP_OK) {
                return new Answer(connection, 0, length(connection.getContentLengthLong()));
            }
            if (code == PARTIAL) {
                return partial(connection, from);
            }
            String location = connection.getHeaderField("Location");
            connection.disconnect();
            if (code / 100 != 3 || location == null) {
                throw new IOException("the server answers HTTP " + code);
            }
            at = at.resolve(location);
        }
        throw new IOException("it is redirected more than " + REDIRECTIONS + " times");
    }

    private static HttpURLConnection ask(URI address, long from) throws IOException {
        if (!(address.toURL().openConnection() instanceof HttpURLConnection connection)) {
            throw new IOException(address + " is no web address");
        }
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setConnectTimeout(CONNECT_MILLIS);
        connection.setReadTimeout(READ_MILLIS);
        if (from > 0) {
            connection.setRequestProperty("Range", "bytes=" + from + "-");
        }
        return connection;
    }

    private static Answer partial(HttpURLConnection connection, long from) throws IOException {
        String range = String.valueOf(connection.getHeaderField("Content-Range"));
        Matcher parts = RANGE.matcher(range);
        if (!parts.matches() || Long.parseLong(parts.group(1)) != from) {
            connection.disconnect();
            throw new IOException("bytes from %d were asked for, %s came".formatted(from, range));
        }
        OptionalLong total =
                parts.group(2).equals("*")
                        ? OptionalLong.empty()
                        : OptionalLong.of(Long.parseLong(parts.group(2)));
        return new Answer(connection, from, total);
    }

    private static OptionalLong length(long contentLength) {
        return contentLength < 0 ? OptionalLong.empty() : OptionalLong.of(contentLength);
    }

    /** Returns the offset in the file at which the body starts. */
    long start() {
        return start;
    }

    /** Returns the length of the whole file, if the server gives it. */
    OptionalLong total() {
        return total;
    }

    InputStream body() throws IOException {
        return connection.getInputStream();
    }

    @Override
    public void close() {
        connection.disconnect();
    }
}
