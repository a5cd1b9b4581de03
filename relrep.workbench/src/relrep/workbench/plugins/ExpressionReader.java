package relrep.workbench.plugins;

import relrep.api.run.InvalidInputException;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one {@link Expression}. */
final class ExpressionReader {
    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]*";
    private static final String FORM =
            "a plugin is written name(option=value, option=value) or"
                    + " name:option=value,option=value";

    private static final int SHOWN = 120;

    private final String text;

    ExpressionReader(String text) {
        this.text = text.strip();
    }

    Expression read() {
        int end = 0;
        while (end < text.length() && "(:".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String name = text.substring(0, end).strip();
        if (!name.matches(NAME)) {
            throw refuse("must begin with a name of letters, digits and hyphens");
        }
        String rest = text.substring(end);
        if (rest.startsWith("(")) {
            if (closing(rest) != rest.length() - 1) {
                throw refuse("must end where its bracket closes");
            }
            rest = rest.substring(0, rest.length() - 1);
        }
        return new Expression(name, rest.isEmpty() ? Map.of() : options(rest.substring(1)));
    }

    private int closing(String bracketed) {
        int depth = 0;
        for (int i = 0; i < bracketed.length(); i++) {
            depth += depth(bracketed.charAt(i));
            if (depth == 0) {
                return i;
            }
        }
        throw refuse("has a bracket that does not close");
    }

    private static int depth(char c) {
        return c == '(' ? 1 : c == ')' ? -1 : 0;
    }

    private Map<String, String> options(String body) {
        Map<String, String> options = new LinkedHashMap<>();
        if (body.isBlank()) {
            return options;
        }
        for (String part : split(body)) {
            int equals = part.indexOf('=');
            String key = equals < 0 ? "" : part.substring(0, equals).strip();
            if (!key.matches(NAME)) {
                throw refuse("has '%s' where option=value must stand", shown(part.strip()));
            }
            if (options.put(key, part.substring(equals + 1).strip()) != null) {
                throw refuse("gives '%s' twice", shown(key));
            }
        }
        return options;
    }

    private List<String> split(String body) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < body.length(); i++) {
            depth += depth(body.charAt(i));
            if (depth < 0) {
                throw refuse("closes a bracket that is not open");
            }
            if (depth == 0 && body.charAt(i) == ',') {
                parts.add(body.substring(start, i));
                start = i + 1;
            }
        }
        if (depth > 0) {
            throw refuse("has a bracket that does not close");
        }
        parts.add(body.substring(start));
        return parts;
    }

    private static String shown(String text) {
        String line = text.replace("\n", "\\n").replace("\r", "\\r");
        return line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
    }

    @SuppressWarnings("AnnotateFormatMethod") // its annotation is in a jar that nothing else needs
    private InvalidInputException refuse(String what, Object... values) {
        return new InvalidInputException(
                "'%s' %s; %s".formatted(shown(text), what.formatted(values), FORM));
    }
}
