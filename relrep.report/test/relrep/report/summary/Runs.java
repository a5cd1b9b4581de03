package relrep.report.summary;

import relrep.api.experiment.Row;
import relrep.api.report.Report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Hand-made reports like those of runs. */
final class Runs {
    private final List<Row> rows = new ArrayList<>();
    private final Map<String, Object> definition = new LinkedHashMap<>();
    private final List<Map<String, String>> failures = new ArrayList<>();
    private final Map<String, String> held = new LinkedHashMap<>();

    Runs() {
        held.put("experiment", "tiny");
        held.put("dataset", "digits");
    }

    Runs claims(String... claims) {
        definition.put("claims", List.of(claims));
        return this;
    }

    Runs published(Object... lines) {
        definition.put("published", List.of(lines));
        return this;
    }

    Runs defined(String key, Object value) {
        definition.put(key, value);
        return this;
    }

    Runs holding(String column, Object value) {
        held.put(column, String.valueOf(value));
        return this;
    }

    Runs failing(String reason) {
        failures.add(Map.of("bridge", "rigid", "reason", reason));
        return this;
    }

    /** Adds a row with these factors beside those that are held. */
    Runs row(String metric, double value, String... columnsAndEntries) {
        Map<String, String> factors = new LinkedHashMap<>(held);
        for (int i = 0; i < columnsAndEntries.length; i += 2) {
            factors.put(columnsAndEntries[i], columnsAndEntries[i + 1]);
        }
        rows.add(new Row(factors, metric, value, new float[0]));
        return this;
    }

    /** Adds a row for a pair of trainings of one network. */
    Runs pair(String bridge, int source, int target, String metric, double value) {
        return row(
                metric,
                value,
                "architecture",
                "conv",
                "target_architecture",
                "conv",
                "source",
                "ae",
                "target",
                "ae",
                "source_seed",
                String.valueOf(source),
                "target_seed",
                String.valueOf(target),
                "bridge",
                bridge);
    }

    /** Adds rows for all ordered pairs of these many trainings, each a little larger. */
    Runs pairs(String bridge, int seeds, String metric, double value, double step) {
        int i = 0;
        for (int source = 1; source <= seeds; source++) {
            for (int target = 1; target <= seeds; target++) {
                if (source != target) {
                    pair(bridge, source, target, metric, value + step * i++);
                }
            }
        }
        return this;
    }

    /** Adds rows of networks with their own decoders. */
    Runs own(int seeds, String metric, double value, double step) {
        for (int seed = 1; seed <= seeds; seed++) {
            pair("own", seed, seed, metric, value + step * seed);
        }
        return this;
    }

    Report report() {
        return new Report("tiny", "a paper, table 1", definition, rows, failures);
    }
}
