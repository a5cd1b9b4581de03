package relrep.runtime.contract;

import relrep.api.data.Matrix;
import relrep.api.run.CancelledException;
import relrep.api.run.InvalidInputException;
import relrep.api.run.UnavailableException;

import java.util.Map;
import java.util.function.Supplier;

/**
 * The calls of one plugin. What the plugin throws becomes one sentence, except for the three
 * exceptions that contracts allow; what it returns is refused where the contract is broken.
 *
 * @param plugin what sentences call it: {@code similarity 'cosine'}
 */
record ContractCheck(String plugin) {
    /** Calls a method that must return something. */
    <R> R get(String method, String what, Supplier<R> call) {
        R result = attempt(method, call);
        require(result != null, method, "must return %s, not null", what);
        return result;
    }

    /** Calls a method that returns a primitive or nothing. */
    <R> R attempt(String method, Supplier<R> call) {
        try {
            return call.get();
        } catch (InvalidInputException | UnavailableException | CancelledException allowed) {
            throw allowed;
        } catch (PluginFailureException inner) {
            throw inner; // a plugin that this one works through, named already
        } catch (RuntimeException | Error thrown) {
            throw failed(method, thrown);
        }
    }

    PluginFailureException failed(String method, Throwable thrown) {
        String message = thrown.getMessage();
        String words = message == null ? "" : message.strip().replaceAll("\\s+", " ");
        String type = thrown.getClass().getSimpleName();
        return new PluginFailureException(
                plugin,
                thrown instanceof OutOfMemoryError
                        ? "%s had not enough memory in %s: %s".formatted(plugin, method, words)
                        : "%s failed in %s: %s"
                                .formatted(
                                        plugin,
                                        method,
                                        words.isEmpty() ? type : type + ": " + words),
                thrown);
    }

    /** Requires that a contract holds. */
    void require(boolean holds, String method, String sentence, Object... values) {
        if (!holds) {
            throw broken(method, sentence, values);
        }
    }

    PluginFailureException broken(String method, String sentence, Object... values) {
        return new PluginFailureException(
                plugin, "%s: %s %s".formatted(plugin, method, sentence.formatted(values)), null);
    }

    /** Requires a shape and finite numbers; a width below 0 is not known beforehand. */
    Matrix matrix(String method, int rows, int cols, Supplier<Matrix> call) {
        Matrix result = get(method, "a matrix", call);
        if (result.rows() != rows || cols >= 0 && result.cols() != cols) {
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
        numbers.forEach(
                (name, value) ->
                        require(
                                name != null && value != null && Double.isFinite(value),
                                method,
                                "must return finite numbers by name, but '%s' is %s",
                                name,
                                value));
        return numbers;
    }
}
