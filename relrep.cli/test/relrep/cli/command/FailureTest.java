package relrep.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import relrep.api.run.CancelledException;
import relrep.api.run.InvalidInputException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

class FailureTest {
    private static void told(Throwable thrown, int exit, String sentence) {
        Failure failure = Failure.of(thrown);
        assertEquals(sentence, failure.sentence());
        assertEquals(exit, failure.exitCode());
        assertTrue(failure.expected());
    }

    @Test
    void aSentenceIsFoundUnderTheWrappersOfThreads() {
        InvalidInputException refused = new InvalidInputException("k must be below n");
        Failure failure = Failure.of(new ExecutionException(new CompletionException("x", refused)));
        assertEquals("k must be below n", failure.sentence());
        assertSame(refused, failure.cause());
    }

    @Test
    void aCancelIsNoFailureOfTheProgram() {
        told(new CancelledException("interrupted"), 130, "interrupted");
        told(new InterruptedException(), 130, "interrupted");
    }

    @Test
    void filesThatCannotBeUsedAreWrongInput() {
        told(new NoSuchFileException("/a/x.yaml"), 2, "there is no file '/a/x.yaml'");
        told(
                new UncheckedIOException(new AccessDeniedException("/runs")),
                2,
                "no right to read or write '/runs'");
        told(new NotDirectoryException("/a"), 2, "a file cannot be used: /a");
        told(new IOException("stream closed"), 2, "reading or writing failed: stream closed");
    }

    @Test
    void aFullDiskIsWhatTheMachineLacks() {
        told(
                new FileSystemException("/runs/x", null, "No space left on device"),
                4,
                "there must be room on the disk: /runs/x: No space left on device");
        told(
                new IOException("No space left on device"),
                4,
                "there must be room on the disk: No space left on device");
    }

    @Test
    void theLimitOnOpenFilesIsNamedHoweverItIsMet() {
        String limit = "; the limit is unknown, 'ulimit -n' raises it";
        String reason = "Too many open files";
        told(
                new FileSystemException("/x.npy", null, reason),
                4,
                "a file cannot be used: /x.npy: " + reason + limit);
        told(
                new InvalidInputException("x.npy cannot be read: " + reason),
                4,
                "x.npy cannot be read: " + reason + limit);
    }

    @Test
    void aNameThatThisLocaleCannotWriteIsWrongInput() {
        told(
                new InvalidPathException("a\0b", "Nul character not allowed"),
                2,
                "'a\0b' must be a file name, but is not one here: Nul character not allowed (names are %s)"
                        .formatted(System.getProperty("sun.jnu.encoding")));
    }

    @Test
    void tooLittleMemoryIsWhatTheMachineLacks() {
        Failure failure = Failure.of(new OutOfMemoryError("Java heap space"));
        assertEquals(4, failure.exitCode());
        assertTrue(failure.sentence().contains("RELREP_JAVA_OPTIONS=-Xmx"), failure.sentence());
    }

    @Test
    void whateverElseIsAFault() {
        Failure failure = Failure.of(new NullPointerException("x is null"));
        assertEquals(1, failure.exitCode());
        assertEquals(
                "a fault in the program: java.lang.NullPointerException: x is null",
                failure.sentence());
        assertEquals(false, failure.expected());
    }
}
