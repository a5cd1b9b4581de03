package relrep.cli.shell;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;

/**
 * Standard output as a stream that remembers why it could not be written: the writers on top of it
 * keep silent. Closing it only flushes.
 */
final class AnswerStream extends OutputStream {
    private final OutputStream to;
    private IOException failed;

    /** Nothing has failed yet. */
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

    /** Returns why something was lost; nothing where the reader, as {@code head}, wants no more. */
    synchronized Optional<String> loss() {
        return Optional.ofNullable(failed)
                .map(e -> String.valueOf(e.getMessage()))
                .filter(reason -> !reason.toLowerCase(Locale.ROOT).contains("pipe"));
    }
}
