package relrep.bench;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The benchmark, on a plain class path. Peers run if the environment variable {@code RELREP_BENCH}
 * names the folder of their {@code bench.py}. Inputs are those in {@code PERF_INPUTS}, or generated
 * ones.
 */
public final class Main {
    private final PrintStream out;
    private final PrintStream err;

    private Main(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /**
     * Starts the benchmark.
     *
     * @param words {@code serve}, {@code train}, {@code encode}, {@code text}, {@code start}, or
     *     filters and options
     */
    public static void main(String[] words) throws Exception {
        Main main = new Main(stream(FileDescriptor.out), stream(FileDescriptor.err));
        List<String> all = List.of(words);
        try {
            if (all.contains("--help") || all.contains("-h")) {
                main.out.print(Usage.TEXT);
            } else {
                main.run(all);
            }
        } catch (IllegalArgumentException e) {
            main.err.println("relrep: " + e.getMessage());
            Runtime.getRuntime().halt(2);
        }
    }

    private void run(List<String> words) throws Exception {
        String first = words.isEmpty() ? "" : words.get(0);
        List<String> rest = words.subList(Math.min(1, words.size()), words.size());
        switch (first) {
            case "serve" -> serve();
            case "train" ->
                    new TrainingSpeed(out, inputs(), Settings.folder("RELREP_BENCH"), rest).run();
            case "start" -> {
                int times = StartTimes.times(rest);
                out.println(
                        StartTimes.measure(System.getProperty("relrep.top") + "/relrep", times));
            }
            case "encode" -> new EncodingSpeed(out, rest).run();
            case "text" -> new TextTrainingSpeed(out, rest).run();
            default -> measure(Settings.of(words.toArray(String[]::new)));
        }
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    private static BenchInputs inputs() {
        Optional<Path> brought = Settings.folder("PERF_INPUTS");
        Path own = Path.of(System.getProperty("relrep.cache", "."), "bench");
        return new BenchInputs(brought.orElse(own), brought.isEmpty());
    }

    private void serve() throws IOException {
        double warm = Double.parseDouble(System.getProperty("relrep.bench.warm", "4"));
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        new Serve(inputs(), warm).run(in, out);
    }

    private void measure(Settings settings) {
        List<Workload> workloads =
                Catalogue.all().stream()
                        .filter(workload -> workload.matches(settings.patterns()))
                        .toList();
        if (workloads.isEmpty()) {
            throw new IllegalArgumentException(
                    "a filter must match a workload, and none does; relrep bench --list shows"
                            + " them");
        }
        if (settings.list()) {
            workloads.forEach(workload -> out.println(workload.name()));
            return;
        }
        Optional<Path> peers = Settings.folder("RELREP_BENCH");
        Printer printer = new Printer(out, settings.format());
        Limits limits = settings.limits().orElse(null);
        for (int threads : settings.threads()) {
            try (PeerComparison comparison =
                    new PeerComparison(inputs(), settings, peers, threads)) {
                if (limits == null) {
                    limits = comparison.limits();
                }
                say(printer, settings, limits, peers, threads);
                for (Workload workload : workloads) {
                    measure(comparison, workload, limits, printer);
                }
            }
        }
    }

    private void say(
            Printer printer, Settings settings, Limits limits, Optional<Path> peers, int threads) {
        printer.say(
                ("# %d thread%s; %d times each%s; ours repeated for %s s of processor time first,"
                     + " peers once; limit %.0f GFlop/s a processor, %.0f GB/s; inputs %s")
                        .formatted(
                                threads,
                                threads == 1 ? ", processor time" : "s, time by the wall",
                                settings.pairs(),
                                peers.isPresent() ? ", in turn with the peer" : "",
                                settings.warm(),
                                limits.gigaFlops(),
                                limits.gigaBytes(),
                                inputs().made() ? "made" : "from PERF_INPUTS"));
    }

    private void measure(
            PeerComparison comparison, Workload workload, Limits limits, Printer printer) {
        try {
            comparison.measure(workload, limits).forEach(printer::print);
        } catch (IllegalStateException e) {
            err.println("relrep: %s not measured: %s".formatted(workload.name(), e.getMessage()));
        }
    }
}
