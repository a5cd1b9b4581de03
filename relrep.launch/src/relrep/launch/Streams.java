package relrep.launch;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The process's own standard output and error. Plugins cannot close or replace them through
 * System.out.
 */
final class Streams {
    static final PrintStream OUT = stream(FileDescriptor.out);
    static final PrintStream ERR = stream(FileDescriptor.err);

    private static final FileOutputStream PLAIN = new FileOutputStream(FileDescriptor.err);
    private static final byte[] INTERRUPTED =
            "relrep: interrupted\n".getBytes(StandardCharsets.US_ASCII);
    private static final ForeignOutput FOREIGN_OUT = foreign();
    private static final ForeignOutput FOREIGN_ERR = foreign();

    private Streams() {}

    /** Redirects System.out and System.err to standard error. */
    static void divertOthers() {
        System.setOut(FOREIGN_OUT.stream());
        System.setErr(FOREIGN_ERR.stream());
    }

    /** Writes the unfinished lines of others. */
    static void flush() {
        try {
            FOREIGN_OUT.flush();
            FOREIGN_ERR.flush();
        } catch (IOException closed) {
            return; // there is nowhere to say so
        }
    }

    /** Prints that the process was interrupted, without allocating memory. */
    static void sayInterrupted() {
        try {
            PLAIN.write(INTERRUPTED);
        } catch (IOException closed) {
            return;
        }
    }

    private static ForeignOutput foreign() {
        return new ForeignOutput(new FileOutputStream(FileDescriptor.err));
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
