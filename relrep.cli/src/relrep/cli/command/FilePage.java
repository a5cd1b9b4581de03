package relrep.cli.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A report about a file, usually one that was written.
 *
 * @param sentence what was done, one sentence
 * @param facts further facts by name: texts, numbers, maps of them
 */
record FilePage(String sentence, Map<String, Object> facts) implements Answer {
    private static final double WHOLE = 1e15;

    @Override
    public Object json() {
        Map<String, Object> json = new LinkedHashMap<>(facts);
        json.put("sentence", sentence);
        return json;
    }

    @Override
    public void print(TextPage page) {
        page.line(sentence);
        List<List<String>> rows = new ArrayList<>();
        facts.forEach((name, value) -> add(rows, name, value));
        page.wrapped(List.of("", ""), rows);
    }

    private static void add(List<List<String>> rows, String name, Object value) {
        if (value instanceof Map<?, ?> several) {
            several.forEach((inner, one) -> add(rows, String.valueOf(inner), one));
        } else {
            rows.add(List.of("  " + name, text(value)));
        }
    }

    private static String text(Object value) {
        if (!(value instanceof Double number)) {
            return String.valueOf(value);
        }
        return number == Math.rint(number) && Math.abs(number) < WHOLE
                ? String.valueOf(number.longValue())
                : String.format(Locale.ROOT, "%.6g", number);
    }
}
