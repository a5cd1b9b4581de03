package relrep.workbench.plugins;

import relrep.api.run.InvalidInputException;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A plugin as people write it: a name and the options that are not left at their defaults.
 *
 * <p>Two ways of writing mean the same: {@code mlp(factor=2, epochs=20)} in files, and {@code
 * mlp:factor=2,epochs=20} where a shell would read the brackets. A value may hold brackets of its
 * own, {@code denoising(inner=conv(epochs=3))}; the elements of a list are joined by {@code +}.
 *
 * @param name the plugin's name as given; nobody has looked yet whether there is one
 * @param options the values by option, in the order given, as written
 */
public record Expression(String name, Map<String, String> options) {
    /** Keeps a copy, in its order. */
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
     * @throws InvalidInputException when it is not written as one
     */
    public static Expression parse(String text) {
        return new ExpressionReader(text).read();
    }

    /** Returns it as files and results write it: {@code mlp(factor=2, epochs=20)}. */
    @Override
    public String toString() {
        return options.isEmpty() ? name : name + "(" + joined(", ") + ")";
    }

    /**
     * Returns it so that it can be pasted into bash and into Gogo: {@code mlp:factor=2,epochs=20},
     * in quotes where a value needs them.
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
