package relrep.cli.shell;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;

/**
 * Standard output as a stream that records why a write failed, since the writers on top of it hide
 * failures. Closing it only flushes.
 */
final class AnswerStream extends OutputStream {
    private final OutputStream to;
    private IOException failed;

    /** Makes the stream. */
    AnswerStream(OutputStream to) {
        this.to = to;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int count) throws IOException {
        try {
            to.write(bytes, from, count);
        } catch (IOException e) {
            failed = failed == null ? e : failed;
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        flush();
    }

    /**
     * Returns why output was lost; empty if the reader, like {@code head}, closed the pipe on
     * purpose.
     */
    synchronized Optional<String> loss() {
        return Optional.ofNullable(failed)
                .map(e -> String.valueOf(e.getMessage()))
                .filter(reason -> !reason.toLowerCase(Locale.ROOT).contains("pipe"));
    }
}
