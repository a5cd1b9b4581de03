package relrep.workbench.plugins;

import relrep.api.run.InvalidInputException;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A plugin expression: the name of a plugin and options that differ from the defaults.
 *
 * <p>There are two notations: {@code mlp(factor=2, epochs=20)} in files, and {@code
 * mlp:factor=2,epochs=20} for a shell, where brackets have a meaning of their own. A value may
 * contain brackets, {@code denoising(inner=conv(epochs=3))}; the elements of a list are joined by
 * {@code +}.
 *
 * @param name the plugin's name as given; not looked up yet
 * @param options the values by option, in the order given, as written
 */
public record Expression(String name, Map<String, String> options) {
    /** Copies the options in order. */
    public Expression {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /** Returns a plugin with its defaults. */
    public static Expression of(String name) {
        return new Expression(name, Map.of());
    }

    /**
     * Reads one expression.
     *
     * @throws InvalidInputException when the text is malformed
     */
    public static Expression parse(String text) {
        return new ExpressionReader(text).read();
    }

    /** Returns the notation of files and results: {@code mlp(factor=2, epochs=20)}. */
    @Override
    public String toString() {
        return options.isEmpty() ? name : name + "(" + joined(", ") + ")";
    }

    /**
     * Returns the notation that can be pasted into bash and into Gogo: {@code
     * mlp:factor=2,epochs=20}, with quotes where a value needs them.
     */
    public String pasteable() {
        if (options.isEmpty()) {
            return name;
        }
        String text = name + ":" + joined(",");
        return text.matches("[A-Za-z0-9:=,.+/_-]+") ? text : "'" + text + "'";
    }

    private String joined(String separator) {
        return options.entrySet().stream()
                .map(option -> option.getKey() + "=" + option.getValue())
                .collect(Collectors.joining(separator));
    }
}
