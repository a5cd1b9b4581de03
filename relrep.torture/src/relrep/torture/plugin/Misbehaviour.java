package relrep.torture.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** The ways in which a bad plugin misbehaves. */
public enum Misbehaviour {
    /** Throws an exception. */
    EXCEPTION,
    /** Recurses without end. */
    STACK_OVERFLOW,
    /** Uses a class that does not exist. */
    LINKAGE,
    /** Throws the error of a failed assertion. */
    ASSERTION,
    /** Allocates more memory than exists. */
    OUT_OF_MEMORY,
    /** Ends the process with exit code 0. */
    EXIT,
    /** Halts the process without shutdown hooks. */
    HALT,
    /** Never returns, and ignores interrupts. */
    HANG,
    /** Returns null. */
    NULL,
    /** Returns too many values. */
    TOO_MANY,
    /** Returns too few values. */
    TOO_FEW,
    /** Returns NaN. */
    NOT_A_NUMBER,
    /** Returns a value outside the allowed range. */
    OUT_OF_RANGE;

    /** The file in a plugin's jar with the name of its misbehaviour. */
    public static final String FILE = "misbehaviour.txt";

    /** The file in the working directory that appears when a plugin hangs. */
    public static final String HANGS = "hangs";

    /** Reads the misbehaviour from this jar. */
    static Misbehaviour own() {
        try (InputStream in = Misbehaviour.class.getResourceAsStream("/" + FILE)) {
            return valueOf(new String(in.readAllBytes(), StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Misbehaves, unless the misbehaviour is about returned values. */
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

    /** Returns how many of n values a plugin returns. */
    int count(int n) {
        return switch (this) {
            case TOO_MANY -> n + 1;
            case TOO_FEW -> n - 1;
            default -> n;
        };
    }

    /** Returns the number that a plugin returns for a value. */
    float number() {
        return switch (this) {
            case NOT_A_NUMBER -> Float.NaN;
            case OUT_OF_RANGE -> Float.POSITIVE_INFINITY;
            default -> 0.5f;
        };
    }
}
