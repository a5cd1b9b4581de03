package relrep.launch;

import relrep.workbench.terminal.TerminalText;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes to standard error what code outside relrep prints by {@link System#out} and {@link
 * System#err}. So standard output holds only answers. Control characters are escaped, so that the
 * text cannot control a terminal. Closing it closes nothing.
 */
final class ForeignOutput extends OutputStream {
    private static final int LONGEST = 8192;

    private final OutputStream to;
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();

    /**
     * Makes the stream.
     *
     * @param to receives UTF-8 bytes
     */
    ForeignOutput(OutputStream to) {
        this.to = to;
    }

    /** Returns a stream for {@link System#setOut} that writes here. */
    PrintStream stream() {
        return new PrintStream(this, true, StandardCharsets.UTF_8);
    }

    @Override
    public synchronized void write(int b) throws IOException {
        begun.write(b);
        if (b == '\n' || begun.size() == LONGEST) {
            flush();
        }
    }

    @Override
    public synchronized void flush() throws IOException {
        if (begun.size() > 0) {
            String text = begun.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
            begun.reset();
            to.write(TerminalText.lines(text).getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() throws IOException {
        flush();
    }
}
