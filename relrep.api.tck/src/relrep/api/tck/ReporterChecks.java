package relrep.api.tck;

import relrep.api.experiment.Row;
import relrep.api.report.Report;
import relrep.api.report.Reporter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The laws of {@link Reporter}. */
final class ReporterChecks {
    private final Reporter reporter;

    private ReporterChecks(Reporter reporter) {
        this.reporter = reporter;
    }

    static void add(Reporter reporter, Checks checks) {
        ReporterChecks laws = new ReporterChecks(reporter);
        checks.add("writes the same bytes for the same report", laws::repeats);
        checks.add("writes into the folder alone, and leaves what is there", laws::insideOnly);
        checks.add("writes about a run that found nothing", laws::nothing);
        checks.add("writes about a run in which every cell failed", laws::failures);
    }

    private void repeats(Trial t) throws IOException {
        Map<String, byte[]> first = written(report(t, 12, 2));
        written(report(t, 3, 0));
        Map<String, byte[]> second = written(report(t, 12, 2));
        t.require(
                first.keySet().equals(second.keySet()),
                "the same files must be written, not %s and %s",
                first.keySet(),
                second.keySet());
        first.forEach(
                (file, bytes) ->
                        t.require(
                                Arrays.equals(bytes, second.get(file)),
                                "%s must have the same bytes when written again",
                                file));
    }

    private void insideOnly(Trial t) throws IOException {
        Path outside = Files.createTempDirectory("relrep-report");
        try {
            Path folder = Files.createDirectory(outside.resolve("run"));
            Path kept = Files.writeString(folder.resolve("results.csv"), "experiment,value\n");
            reporter.write(report(t, 12, 2), folder);
            t.require(
                    Files.readString(kept).equals("experiment,value\n"),
                    "an existing file must be left alone");
            try (Stream<Path> beside = Files.list(outside)) {
                t.require(beside.count() == 1, "nothing may be written beside the folder");
            }
        } finally {
            delete(outside);
        }
    }

    private void nothing(Trial t) throws IOException {
        written(report(t, 0, 0));
    }

    private void failures(Trial t) throws IOException {
        written(report(t, 0, 5));
    }

    private static Report report(Trial t, int rows, int failures) {
        double[] values = t.random("values").doubles(rows, 0, 1).toArray();
        List<Row> found = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            found.add(new Row(factors(i), i % 3 == 0 ? "mse" : "jaccard", values[i], new float[0]));
        }
        List<Map<String, String>> failed = new ArrayList<>();
        for (int i = 0; i < failures; i++) {
            Map<String, String> failure = factors(i);
            failure.put("reason", "rigid needs spaces of equal width, 'a' has 2 and 'b' has 3");
            failed.add(failure);
        }
        return new Report("tiny", "", Map.of("name", "tiny", "kind", "stitch"), found, failed);
    }

    private static Map<String, String> factors(int i) {
        Map<String, String> factors = new LinkedHashMap<>();
        factors.put("experiment", "tiny");
        factors.put("dataset", "digits");
        factors.put("source", "a");
        factors.put("target", "a");
        factors.put("source_seed", String.valueOf(i % 2));
        factors.put("target_seed", String.valueOf(1 - i % 2));
        factors.put("bridge", i % 4 < 2 ? "absolute" : "relative");
        return factors;
    }

    private Map<String, byte[]> written(Report report) throws IOException {
        Path folder = Files.createTempDirectory("relrep-report");
        try {
            reporter.write(report, folder);
            Map<String, byte[]> files = new TreeMap<>();
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
                }
            }
            return files;
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
