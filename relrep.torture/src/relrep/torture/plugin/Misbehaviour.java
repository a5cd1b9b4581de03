package relrep.torture.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** What a bad plugin does when it is called. */
public enum Misbehaviour {
    /** Throws an exception. */
    EXCEPTION,
    /** Calls itself without an end. */
    STACK_OVERFLOW,
    /** Meets a class that is not there. */
    LINKAGE,
    /** Finds that its own assertion does not hold. */
    ASSERTION,
    /** Asks for more memory than there is. */
    OUT_OF_MEMORY,
    /** Ends the process and says that all is well. */
    EXIT,
    /** Ends the process without a hook. */
    HALT,
    /** Never returns, and hears no interrupt. */
    HANG,
    /** Returns nothing. */
    NULL,
    /** Returns too much. */
    TOO_MANY,
    /** Returns too little. */
    TOO_FEW,
    /** Returns a value that is no number. */
    NOT_A_NUMBER,
    /** Returns a value outside what it may be. */
    OUT_OF_RANGE;

    /** The file in a plugin's jar that holds the name of what it does. */
    public static final String FILE = "misbehaviour.txt";

    /** The file in the working directory that appears when a plugin hangs. */
    public static final String HANGS = "hangs";

    /** Reads what this jar's plugin does. */
    static Misbehaviour own() {
        try (InputStream in = Misbehaviour.class.getResourceAsStream("/" + FILE)) {
            return valueOf(new String(in.readAllBytes(), StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Does what needs no value; returns where the value itself is to be bad. */
    void perform() {
        switch (this) {
            case EXCEPTION -> throw new IllegalStateException("this plugin always throws");
            case STACK_OVERFLOW -> perform();
            case LINKAGE -> throw new NoClassDefFoundError("org/example/Missing");
            case ASSERTION -> throw new AssertionError("this plugin's assertion");
            case OUT_OF_MEMORY -> fill(new long[1 << 10][]);
            case EXIT -> System.exit(0);
            case HALT -> Runtime.getRuntime().halt(0);
            case HANG -> hang();
            default -> {}
        }
    }

    private static void fill(long[]... arrays) {
        for (int i = 0; i < arrays.length; i++) {
            arrays[i] = new long[1 << 27];
        }
    }

    private static void hang() {
        try {
            Files.createFile(Path.of(HANGS));
        } catch (IOException e) {
            // it is there: another thread hangs already
        }
        CountDownLatch never = new CountDownLatch(1);
        while (never.getCount() > 0) {
            try {
                never.await();
            } catch (InterruptedException e) {
                // a plugin that hears no interrupt
            }
        }
    }

    /** How many of n a plugin returns. */
    int count(int n) {
        return switch (this) {
            case TOO_MANY -> n + 1;
            case TOO_FEW -> n - 1;
            default -> n;
        };
    }

    /** What a plugin returns for a number. */
    float number() {
        return switch (this) {
            case NOT_A_NUMBER -> Float.NaN;
            case OUT_OF_RANGE -> Float.POSITIVE_INFINITY;
            default -> 0.5f;
        };
    }
}
