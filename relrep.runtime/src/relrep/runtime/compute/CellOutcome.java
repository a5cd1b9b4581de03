package relrep.runtime.compute;

import relrep.api.run.InvalidInputException;
import relrep.api.run.UnavailableException;
import relrep.runtime.cell.CellResult;
import relrep.workbench.contract.PluginFailureException;

import java.util.List;
import java.util.OptionalInt;

/**
 * The outcome of a cell: its result and its failures.
 *
 * @param result the result
 * @param failures the failures; empty if everything succeeded
 */
public record CellOutcome(CellResult result, List<Failure> failures) {
    private static final String MORE = "; RELREP_JAVA_OPTIONS=-Xmx8g gives 8 GB";

    public CellOutcome {
        failures = List.copyOf(failures);
    }

    /** Returns the outcome of a cell that failed as a whole. */
    public static CellOutcome failed(Throwable cause) {
        return new CellOutcome(
                new CellResult(OptionalInt.empty(), List.of(), List.of()),
                List.of(new Failure("", cause)));
    }

    /**
     * A failure in a cell.
     *
     * @param metric the metric that failed, or empty when the whole cell did
     * @param cause the exception
     */
    public record Failure(String metric, Throwable cause) {
        /** Returns the reason in one sentence. */
        public String reason() {
            if (cause instanceof PluginFailureException plugin) {
                return plugin.getMessage() + (plugin.outOfMemory() ? MORE : "");
            }
            if (cause instanceof OutOfMemoryError) {
                return "there was not enough memory: " + cause.getMessage() + MORE;
            }
            String message = cause.getMessage();
            String words = message == null ? "" : message.strip().replaceAll("\\s+", " ");
            boolean ours =
                    cause instanceof InvalidInputException || cause instanceof UnavailableException;
            if (ours) {
                return words;
            }
            String name = cause.getClass().getSimpleName();
            return words.isEmpty() ? name : name + ": " + words;
        }
    }
}
