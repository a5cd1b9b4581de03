package relrep.results;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The time of the run that computed a result, and the share that came from the cache.
 *
 * @param columns the columns of {@code cost.csv}
 */
record Cost(Map<String, String> columns) {
    private static final String FILE = "cost.csv";
    private static final List<String> COLUMNS =
            List.of(
                    "commit",
                    "cores",
                    "wall_seconds",
                    "cpu_seconds",
                    "networks_trained",
                    "networks_cached",
                    "cells_computed",
                    "cells_cached");

    /** Returns the cost of a run. */
    static Cost of(Provenance run) {
        Map<String, String> columns = new LinkedHashMap<>();
        COLUMNS.forEach(
                name ->
                        columns.put(
                                name, name.equals("cores") ? run.machine(name) : run.fact(name)));
        return new Cost(columns);
    }

    /** Reads the cost from a folder. */
    static Cost of(Path folder) throws IOException {
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(folder.resolve(FILE))) {
            return new Cost(rows.iterator().next().getFieldsAsMap());
        }
    }

    /** Returns whether a folder has a cost file. */
    static boolean isKeptIn(Path folder) {
        return Files.exists(folder.resolve(FILE));
    }

    void write(Path folder) throws IOException {
        Files.writeString(
                folder.resolve(FILE),
                String.join(",", columns.keySet())
                        + "\n"
                        + String.join(",", columns.values())
                        + "\n");
    }

    /** Returns whether the run computed anything. */
    boolean computed() {
        return count("cells_computed") + count("networks_trained") > 0;
    }

    private int count(String name) {
        return Integer.parseInt(columns.get(name));
    }

    /** Returns the wall-clock time in words. */
    String wall() {
        return clock(columns.get("wall_seconds"));
    }

    /** Returns the processor time in words. */
    String processors() {
        return clock(columns.get("cpu_seconds"));
    }

    private static String clock(String seconds) {
        long s = (long) (Double.parseDouble(seconds) + 0.5);
        if (s < 60) {
            return s + " s";
        }
        return s < 3600
                ? s / 60 + " min " + s % 60 + " s"
                : s / 3600 + " h " + s % 3600 / 60 + " min";
    }

    /**
     * Returns in words how much was computed in that time, and how much came from the cache.
     *
     * @param commit the commit of the kept result
     */
    String share(String commit) {
        int trained = count("networks_trained");
        int networks = count("networks_cached");
        int computed = count("cells_computed");
        int cells = count("cells_cached");
        String share =
                networks == 0 && cells == 0
                        ? "all: %d networks, %d cells".formatted(trained, computed)
                        : "%d of %d networks, %d of %d cells; the rest from the cache"
                                .formatted(trained, networks + trained, computed, cells + computed);
        String made = columns.get("commit");
        return made.equals(commit) ? share : share + "; at commit " + made + ", nothing since";
    }

    /** Returns the whole cost in words. */
    String words(String commit) {
        return "%s on the wall, %s of the processors, %s"
                .formatted(wall(), processors(), share(commit));
    }
}
