package relrep.workbench.contract;

import relrep.api.data.Matrix;
import relrep.api.run.CancelledException;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.UnavailableException;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Calls the methods of one plugin and checks their results. Exceptions that the contract does not
 * allow become one sentence, and so does a result that breaks the contract. A cancellation is
 * allowed only after one of the plugin's runs was cancelled. Missing data is reported as missing
 * only if nothing can be computed without this plugin.
 *
 * @param plugin its name in sentences: {@code similarity 'cosine'}
 * @param mayLack whether missing data is reported as missing rather than as a failure of the plugin
 * @param cancelled whether one of its runs was cancelled
 * @param foreign whether it is not one of relrep's own: its memory may change after a call, so what
 *     it returns is copied
 */
record ContractCheck(String plugin, boolean mayLack, AtomicBoolean cancelled, boolean foreign) {
    ContractCheck(String plugin, boolean foreign) {
        this(plugin, false, new AtomicBoolean(), foreign);
    }

    /** Returns a check for a plugin that may report missing data. */
    ContractCheck lacking() {
        return new ContractCheck(plugin, true, cancelled, foreign);
    }

    /** Returns the run that is passed to the plugin. */
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
        Locale locale = Locale.getDefault(Locale.Category.FORMAT);
        try {
            return call.get();
        } catch (InvalidInputException allowed) {
            throw words(allowed).isEmpty() ? failed(method, allowed) : allowed;
        } catch (UnavailableException lacking) {
            throw mayLack && !words(lacking).isEmpty()
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
            if (!locale.equals(Locale.getDefault(Locale.Category.FORMAT))) {
                Locale.setDefault(Locale.Category.FORMAT, locale); // or digits would be others
            }
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

    /**
     * Returns whether the exception can be printed. Logs print it later, and its own text and that
     * of its causes is computed by plugin code.
     */
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

    /**
     * Returns a class with a meaningful name: for an anonymous class, the type that it extends or
     * implements.
     */
    static Class<?> named(Class<?> type) {
        if (!type.isAnonymousClass() && !type.isHidden()) {
            return type;
        }
        Class<?>[] contracts = type.getInterfaces();
        return contracts.length > 0 ? contracts[0] : named(type.getSuperclass());
    }

    /**
     * Returns the message of the exception. It is computed by plugin code, which may throw as well.
     */
    private static String words(Throwable thrown) {
        try {
            String message = thrown.getMessage();
            return message == null ? "" : message.strip().replaceAll("\\s+", " ");
        } catch (RuntimeException | Error mute) {
            return "";
        }
    }

    /** Checks that the contract holds. */
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

    /** Checks the shape and that all numbers are finite. A width below 0 is not checked. */
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

    /** Checks that all numbers are finite, and returns the numbers that were checked. */
    Matrix finite(String method, String what, Matrix matrix) {
        Matrix own = foreign ? Matrix.of(matrix.rows(), matrix.cols(), matrix.toArray()) : matrix;
        try {
            return own.requireFinite(method + " must return " + what + "matrices that");
        } catch (InvalidInputException notFinite) {
            String where = notFinite.getMessage().replaceFirst("^.*, but ", "");
            throw broken(method, "must return %sfinite numbers, but %s", what, where);
        }
    }

    /** Checks that all numbers are finite and have names. */
    Map<String, Double> numbers(String method, Map<String, Double> numbers) {
        String what = "finite numbers by name";
        named(method, what, numbers);
        finite(method, what, numbers);
        return numbers;
    }

    /** Checks that named numbers are finite. */
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

    /** Checks that names and values are not null. */
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
