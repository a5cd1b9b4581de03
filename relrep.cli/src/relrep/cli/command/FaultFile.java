package relrep.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Saves the stack trace of an unexpected exception, so that one sentence is enough on the screen.
 */
final class FaultFile {
    private FaultFile() {}

    /** Returns the end of the sentence: the path of the saved file. */
    static String keep(Throwable fault, Console console) {
        try {
            Path folder = console.places().cache().resolve("faults");
            Files.createDirectories(folder);
            Path file = Files.createTempFile(folder, "fault-", ".txt");
            try (PrintWriter writer = new PrintWriter(Files.newBufferedWriter(file))) {
                writer.println("relrep " + String.join(" ", console.words()));
                fault.printStackTrace(writer);
            }
            return "; where it came up is in " + file;
        } catch (IOException | RuntimeException unwritable) {
            return "; --stacktrace shows where it came up";
        }
    }
}
