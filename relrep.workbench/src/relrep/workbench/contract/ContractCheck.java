package relrep.workbench.contract;

import relrep.api.data.Matrix;
import relrep.api.run.CancelledException;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.UnavailableException;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * The calls of one plugin. What the plugin throws becomes one sentence, except for the exceptions
 * that contracts allow; what it returns is refused where the contract is broken. A cancel is
 * allowed only after the plugin was told of one, and that something is lacking only where nothing
 * can be computed without the plugin.
 *
 * @param plugin what sentences call it: {@code similarity 'cosine'}
 * @param mayLack whether what it lacks is told as such, and not as its failure
 * @param cancelled whether one of its runs was cancelled
 */
record ContractCheck(String plugin, boolean mayLack, AtomicBoolean cancelled) {
    ContractCheck(String plugin) {
        this(plugin, false, new AtomicBoolean());
    }

    /** Returns the calls of a plugin that may lack data, or something else. */
    ContractCheck lacking() {
        return new ContractCheck(plugin, true, cancelled);
    }

    /** Returns a run to be passed to the plugin. */
    Run watched(Run run) {
        return new CancelWatch(run, cancelled);
    }

    /** Calls a method that must return something. */
    <R> R get(String method, String what, Supplier<R> call) {
        R result = attempt(method, call);
        require(result != null, method, "must return %s, not null", what);
        return result;
    }

    /** Calls a method that returns a primitive or nothing. */
    <R> R attempt(String method, Supplier<R> call) {
        boolean interrupted = Thread.currentThread().isInterrupted();
        try {
            return call.get();
        } catch (InvalidInputException allowed) {
            throw allowed;
        } catch (UnavailableException lacking) {
            throw mayLack
                    ? lacking
                    : new PluginFailureException(
                            plugin,
                            "%s failed in %s: %s".formatted(plugin, method, words(lacking)),
                            lacking);
        } catch (CancelledException end) {
            throw cancelled.get() || Thread.currentThread().isInterrupted()
                    ? end
                    : failed(method, end);
        } catch (PluginFailureException inner) {
            throw inner; // a plugin that this one works through, named already
        } catch (Throwable thrown) { // also a checked one that no method declares
            throw failed(method, thrown);
        } finally {
            if (!interrupted) {
                Thread.interrupted(); // the plugin's own, which would close files later
            }
        }
    }

    PluginFailureException failed(String method, Throwable thrown) {
        String words = words(thrown);
        String type = named(thrown.getClass()).getSimpleName();
        return new PluginFailureException(
                plugin,
                thrown instanceof OutOfMemoryError
                        ? "%s had not enough memory in %s: %s".formatted(plugin, method, words)
                        : "%s failed in %s: %s"
                                .formatted(
                                        plugin,
                                        method,
                                        words.isEmpty() ? type : type + ": " + words),
                printable(thrown) ? thrown : null);
    }

    /** Logs print it later, and what it calls itself and its causes is code of the plugin. */
    private static boolean printable(Throwable thrown) {
        if (thrown instanceof VirtualMachineError) {
            return true; // and to print it twice takes what may be short
        }
        try {
            thrown.printStackTrace(new PrintWriter(Writer.nullWriter()));
            return true;
        } catch (RuntimeException | Error mute) {
            return false;
        }
    }

    /** An anonymous class has no name that says something; what it extends or implements has. */
    static Class<?> named(Class<?> type) {
        if (!type.isAnonymousClass() && !type.isHidden()) {
            return type;
        }
        Class<?>[] contracts = type.getInterfaces();
        return contracts.length > 0 ? contracts[0] : named(type.getSuperclass());
    }

    /** Its message is code of the plugin too. */
    private static String words(Throwable thrown) {
        try {
            String message = thrown.getMessage();
            return message == null ? "" : message.strip().replaceAll("\\s+", " ");
        } catch (RuntimeException | Error mute) {
            return "";
        }
    }

    /** Requires that a contract holds. */
    void require(boolean holds, String method, String sentence, Object... values) {
        if (!holds) {
            throw broken(method, sentence, values);
        }
    }

    @SuppressWarnings("AnnotateFormatMethod") // its annotation is in a jar that nothing else needs
    PluginFailureException broken(String method, String sentence, Object... values) {
        return new PluginFailureException(
                plugin, "%s: %s %s".formatted(plugin, method, sentence.formatted(values)), null);
    }

    /** Requires a shape and finite numbers; a width below 0 is not known beforehand. */
    Matrix matrix(String method, int rows, int cols, Supplier<Matrix> call) {
        Matrix result = get(method, "a matrix", call);
        if (result.rows() != rows || (cols >= 0 && result.cols() != cols)) {
            throw broken(
                    method,
                    "must return %s, not %d × %d",
                    cols >= 0 ? rows + " × " + cols : rows + " rows",
                    result.rows(),
                    result.cols());
        }
        return finite(method, "", result);
    }

    /** Requires finite numbers. */
    Matrix finite(String method, String what, Matrix matrix) {
        try {
            return matrix.requireFinite(method + " must return " + what + "matrices that");
        } catch (InvalidInputException notFinite) {
            String where = notFinite.getMessage().replaceFirst("^.*, but ", "");
            throw broken(method, "must return %sfinite numbers, but %s", what, where);
        }
    }

    /** Requires numbers that have names and are finite. */
    Map<String, Double> numbers(String method, Map<String, Double> numbers) {
        String what = "finite numbers by name";
        named(method, what, numbers);
        finite(method, what, numbers);
        return numbers;
    }

    /** Requires that numbers by name are finite. */
    void finite(String method, String what, Map<String, Double> numbers) {
        numbers.forEach(
                (name, value) ->
                        require(
                                Double.isFinite(value),
                                method,
                                "must return %s, but '%s' is %s",
                                what,
                                name,
                                value));
    }

    /** Requires that everything has a name and is something. */
    void named(String method, String what, Map<String, ?> values) {
        values.forEach(
                (name, value) -> {
                    require(
                            name != null,
                            method,
                            "must return %s, but one, %s, has no name",
                            what,
                            value);
                    require(
                            value != null,
                            method,
                            "must return %s, but '%s' has no value",
                            what,
                            name);
                });
    }
}
