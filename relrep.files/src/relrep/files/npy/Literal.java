package relrep.files.npy;

import relrep.api.run.InvalidInputException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Parses the Python literal in a header: a dictionary with string keys and with strings, booleans
 * or tuples of numbers as values. It reads nothing else of Python.
 */
final class Literal {
    private static final int SHOWN = 24;

    private final String text;
    private final long start;
    private final Refusal refusal;
    private int at;

    /** Makes the exception about an offset of the file. */
    interface Refusal {
        InvalidInputException of(long offset, String expected, String found);
    }

    Literal(String text, long start, Refusal refusal) {
        this.text = text;
        this.start = start;
        this.refusal = refusal;
    }

    Entries dictionary() {
        Map<String, Object> entries = new HashMap<>();
        Map<String, Integer> places = new HashMap<>();
        require('{', "a dictionary, {");
        while (!skip('}')) {
            int place = blank();
            String key = string();
            require(':', "a colon");
            blank();
            if (places.putIfAbsent(key, place) != null) {
                throw wrong(place, "each key once", "'" + shown(key) + "' again");
            }
            entries.put(key, value());
            if (!skip(',')) {
                require('}', "a comma or }");
                break;
            }
        }
        if (blank() < text.length()) {
            throw wrong(at, "nothing after the dictionary", rest());
        }
        return new Entries(entries);
    }

    private Object value() {
        char first = peek();
        if (first == '\'' || first == '"') {
            return string();
        }
        if (first == '(') {
            return tuple();
        }
        for (String word : List.of("True", "False")) {
            if (text.startsWith(word, at)) {
                at += word.length();
                return word.equals("True");
            }
        }
        if (text.startsWith("[(", at)) {
            throw wrong(
                    at, "one type for all numbers", "the fields of a structured array: " + rest());
        }
        throw wrong(at, "a string, True, False or a tuple of numbers", rest());
    }

    private String string() {
        char quote = peek();
        int end = quote == '\'' || quote == '"' ? text.indexOf(quote, at + 1) : -1;
        if (end < 0) {
            throw wrong(at, "a string in quotes", rest());
        }
        String value = text.substring(at + 1, end);
        at = end + 1;
        return value;
    }

    private List<Long> tuple() {
        List<Long> numbers = new ArrayList<>();
        require('(', "(");
        while (!skip(')')) {
            numbers.add(number());
            if (!skip(',')) {
                require(')', "a comma or )");
                break;
            }
        }
        return numbers;
    }

    /** Reads a number from 0, with the L that Python 2 put after it. */
    private long number() {
        int from = blank();
        while (peek() >= '0' && peek() <= '9') {
            at++;
        }
        String digits = text.substring(from, at);
        if (peek() == 'L') {
            at++;
        }
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            at = from;
            throw wrong(from, "a dimension, 0 to " + Long.MAX_VALUE, rest());
        }
    }

    private int blank() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private boolean skip(char wanted) {
        blank();
        boolean there = peek() == wanted;
        at += there ? 1 : 0;
        return there;
    }

    private void require(char wanted, String what) {
        if (!skip(wanted)) {
            throw wrong(at, what, rest());
        }
    }

    private String rest() {
        if (at >= text.length()) {
            return "the end of the header";
        }
        return "'" + shown(text.substring(at, Math.min(text.length(), at + SHOWN))) + "'";
    }

    /** Returns a text for a message, without characters that control a terminal. */
    static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.chars().map(c -> c < ' ' || c > '~' ? '?' : c).forEach(c -> shown.append((char) c));
        return shown.toString();
    }

    private InvalidInputException wrong(int place, String expected, String found) {
        return refusal.of(start + place, expected, found);
    }

    /** The entries of the dictionary. */
    final class Entries {
        private final Map<String, Object> values;

        private Entries(Map<String, Object> values) {
            this.values = values;
            if (!values.keySet().equals(Set.of("descr", "fortran_order", "shape"))) {
                throw wrong(
                        0,
                        "the keys descr, fortran_order and shape",
                        shown(values.keySet().stream().sorted().toList().toString()));
            }
        }

        String text(String key) {
            return get(key, String.class, "a string");
        }

        boolean truth(String key) {
            return get(key, Boolean.class, "True or False");
        }

        List<Long> numbers(String key) {
            List<?> tuple = get(key, List.class, "a tuple");
            return tuple.stream().map(Long.class::cast).toList();
        }

        private <T> T get(String key, Class<T> type, String what) {
            Object value = values.get(key);
            if (!type.isInstance(value)) {
                throw wrong(0, key + " to be " + what, shown(String.valueOf(value)));
            }
            return type.cast(value);
        }
    }
}
