package relrep.results;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Prints sentences to standard error. */
final class Say {
    private static final PrintStream ERR =
            new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);

    private Say() {}

    /** Writes one sentence; characters that would control a terminal become question marks. */
    static void line(String sentence) {
        ERR.println("relrep: " + sentence.replaceAll("\\p{Cntrl}", "?"));
    }
}
