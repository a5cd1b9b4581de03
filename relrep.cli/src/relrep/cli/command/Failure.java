package relrep.cli.command;

import relrep.api.run.CancelledException;
import relrep.api.run.InvalidInputException;
import relrep.api.run.UnavailableException;
import relrep.workbench.contract.PluginFailureException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/**
 * The message and the exit code for an exception.
 *
 * @param exitCode the exit code of the process
 * @param sentence one sentence
 * @param expected whether the exception's message is meant for the user
 * @param cause the exception
 */
record Failure(int exitCode, String sentence, boolean expected, Throwable cause) {
    /** The exit code of a run with failures. */
    static final int FAILED = 1;

    /** The exit code for wrong usage, configuration or input. */
    static final int WRONG_INPUT = 2;

    /** The exit code for something that the machine lacks. */
    static final int LACKING = 4;

    /** The exit code after the user cancelled. */
    static final int INTERRUPTED = 130;

    static Failure of(Throwable thrown) {
        Failure failure = inOptions(classified(thrown));
        return failure.sentence.contains("Too many open files")
                ? new Failure(LACKING, withLimit(failure.sentence), true, failure.cause)
                : failure;
    }

    private static Failure inOptions(Failure failure) {
        String sentence =
                failure.cause instanceof InvalidInputException refusal
                        ? OptionNames.of(refusal)
                        : OptionNames.in(failure.sentence);
        return new Failure(failure.exitCode, sentence, failure.expected, failure.cause);
    }

    /**
     * Adds the limit on open files to a sentence; the code that met the limit does not know its
     * value.
     */
    private static String withLimit(String sentence) {
        return "%s; the limit is %s, 'ulimit -n' raises it"
                .formatted(sentence, System.getProperty("relrep.descriptors", "unknown"));
    }

    private static Failure classified(Throwable thrown) {
        Throwable cause = unwrapped(thrown);
        if (cause instanceof PluginFailureException plugin) {
            return ofPlugin(plugin);
        }
        if (cause instanceof InvalidInputException) {
            return new Failure(WRONG_INPUT, cause.getMessage(), true, cause);
        }
        if (cause instanceof UnavailableException) {
            return new Failure(LACKING, cause.getMessage(), true, cause);
        }
        if (cause instanceof CancelledException || cause instanceof InterruptedException) {
            String reason = cause.getMessage() == null ? "interrupted" : cause.getMessage();
            return new Failure(INTERRUPTED, reason, true, cause);
        }
        if (cause instanceof IOException || cause instanceof ReadOnlyFileSystemException) {
            return ofFile(cause);
        }
        if (cause instanceof InvalidPathException path) {
            return input(
                    "'%s' must be a file name, but is not one here: %s (names are %s)"
                            .formatted(
                                    path.getInput(),
                                    path.getReason(),
                                    System.getProperty("sun.jnu.encoding")),
                    cause);
        }
        if (cause instanceof OutOfMemoryError) {
            return new Failure(LACKING, memory(), true, cause);
        }
        return new Failure(FAILED, "a fault in the program: " + cause, false, cause);
    }

    /**
     * Returns the failure of a plugin. If the plugin found that the machine lacks something, the
     * exit code says so.
     */
    private static Failure ofPlugin(PluginFailureException plugin) {
        if (plugin.getCause() instanceof UncheckedIOException io && io.getCause() != null) {
            return ofFile(io.getCause());
        }
        if (plugin.getCause() instanceof UnavailableException) {
            return new Failure(LACKING, plugin.getMessage(), true, plugin);
        }
        return plugin.outOfMemory()
                ? new Failure(
                        LACKING, "%s; %s".formatted(plugin.getMessage(), memory()), true, plugin)
                : new Failure(FAILED, plugin.getMessage(), true, plugin);
    }

    private static String memory() {
        return "the memory given to Java must be larger, it was %d MB; RELREP_JAVA_OPTIONS=-Xmx8g gives 8 GB"
                .formatted(Runtime.getRuntime().maxMemory() >> 20);
    }

    private static Throwable unwrapped(Throwable thrown) {
        boolean wrapper =
                thrown instanceof ExecutionException
                        || thrown instanceof CompletionException
                        || thrown instanceof UncheckedIOException;
        return wrapper && thrown.getCause() != null ? unwrapped(thrown.getCause()) : thrown;
    }

    private static Failure ofFile(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        if (message.contains("No space left") || message.contains("Disk quota")) {
            return new Failure(LACKING, "there must be room on the disk: " + message, true, cause);
        }
        if (cause instanceof NoSuchFileException missing) {
            return input("there is no file '%s'".formatted(missing.getFile()), cause);
        }
        if (cause instanceof AccessDeniedException denied) {
            return input("no right to read or write '%s'".formatted(denied.getFile()), cause);
        }
        if (cause instanceof FileSystemException) {
            return input("a file cannot be used: " + message, cause);
        }
        return input("reading or writing failed: " + message, cause);
    }

    private static Failure input(String sentence, Throwable cause) {
        return new Failure(WRONG_INPUT, sentence, true, cause);
    }
}
