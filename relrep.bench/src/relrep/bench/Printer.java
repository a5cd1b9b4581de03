package relrep.bench;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints results as they arrive. */
final class Printer {
    private static final String LAYOUT = "%-24s %7s %5s %11s %9s  %-13s %11s %7s %6s  %s%n";

    private final PrintStream out;
    private final Settings.Format format;
    private boolean begun;

    Printer(PrintStream out, Settings.Format format) {
        this.out = out;
        this.format = format;
    }

    /** Prints a line before the table; the other formats have no place for it. */
    void say(String line) {
        if (format == Settings.Format.TABLE) {
            out.println(line);
        }
    }

    void print(Result result) {
        Map<String, Object> values = values(result);
        if (!begun && format == Settings.Format.CSV) {
            out.println(String.join(",", values.keySet()));
        }
        if (!begun && format == Settings.Format.TABLE) {
            out.printf(
                    LAYOUT,
                    "workload",
                    "threads",
                    "clock",
                    "seconds",
                    "x limit",
                    "peer",
                    "seconds",
                    "ratio",
                    "aim",
                    "");
        }
        begun = true;
        switch (format) {
            case TABLE -> table(result);
            case CSV ->
                    out.println(
                            values.values().stream()
                                    .map(Printer::written)
                                    .collect(Collectors.joining(",")));
            case JSON ->
                    out.println(
                            values.entrySet().stream()
                                    .map(entry -> json(entry.getKey(), entry.getValue()))
                                    .collect(Collectors.joining(",", "{", "}")));
        }
        out.flush();
    }

    private void table(Result result) {
        String clock = result.clock();
        boolean alone = result.theirs().isEmpty();
        out.printf(
                Locale.ROOT,
                LAYOUT,
                result.workload().name(),
                result.threads(),
                clock,
                digits(result.ours(clock)),
                "%.2f".formatted(result.distance()),
                alone ? "" : result.peer().map(Peer::name).orElse(""),
                alone ? "" : digits(result.theirs(clock)),
                alone ? "" : "%.3f".formatted(result.ratio(clock)),
                alone || Double.isNaN(result.aim()) ? "" : "%.2f".formatted(result.aim()),
                result.verdict());
    }

    private static Map<String, Object> values(Result result) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("workload", result.workload().name());
        values.put("threads", result.threads());
        values.put("clock", result.clock());
        values.put("limit", result.limit());
        values.put("distance", result.distance());
        values.put("wall", result.ours("wall"));
        values.put("cpu", result.ours("cpu"));
        values.put("checksum", last(result.ours()));
        values.put("peer", result.peer().map(Peer::name).orElse(""));
        values.put("peer_wall", result.theirs("wall"));
        values.put("peer_cpu", result.theirs("cpu"));
        values.put("peer_checksum", last(result.theirs()));
        values.put("wall_ratio", result.ratio("wall"));
        values.put("cpu_ratio", result.ratio("cpu"));
        values.put("pairs", result.ours().size());
        values.put("aim", result.aim());
        values.put("verdict", result.verdict());
        return values;
    }

    private static String last(java.util.List<Answer> answers) {
        return answers.isEmpty() ? "" : answers.get(answers.size() - 1).checksum();
    }

    private static String json(String key, Object value) {
        String written = written(value);
        return "\"%s\":%s"
                .formatted(
                        key,
                        written.isEmpty()
                                ? "null"
                                : value instanceof Number ? written : "\"" + written + "\"");
    }

    private static String written(Object value) {
        if (value instanceof Double number) {
            return number.isNaN() ? "" : digits(number);
        }
        return value.toString();
    }

    private static String digits(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }
}
