package relrep.bench;

import relrep.api.data.Matrix;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.models.layer.Stack;
import relrep.models.training.Examples;
import relrep.models.training.MeanSquares;
import relrep.models.training.Regimen;
import relrep.models.training.Training;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Measures training of {@code conv}, {@code dense} and {@code vit} in samples per second. It runs
 * alone, or epoch by epoch in turn with PyTorch on the same network, data order and batch size.
 * Both sides are warm, and both are measured by wall-clock time and by processor time of the whole
 * process.
 */
final class TrainingSpeed {
    private static final int WARM = 20;
    private static final int PAIRS = 15;

    private final PrintStream out;
    private final BenchInputs inputs;
    private final Optional<Path> peers;
    private final int pairs;
    private final int[] threads;
    private final List<TrainedNetwork> networks;
    private final Matrix pictures;

    /**
     * Prepares the benchmark.
     *
     * @param peers the folder of the peers' {@code bench.py}, if PyTorch is to be measured as well
     * @param words names of networks (default all), then the number of epochs to measure (default
     *     15), then numbers of threads (default 1 and 2)
     */
    TrainingSpeed(PrintStream out, BenchInputs inputs, Optional<Path> peers, List<String> words) {
        Map<Boolean, List<String>> parts =
                words.stream().collect(Collectors.partitioningBy(word -> word.matches("[0-9]+")));
        int[] numbers = parts.get(true).stream().mapToInt(Integer::parseInt).toArray();
        this.networks = TrainedNetwork.of(parts.get(false));
        this.pairs = numbers.length > 0 ? numbers[0] : PAIRS;
        this.threads =
                numbers.length > 1
                        ? Arrays.copyOfRange(numbers, 1, numbers.length)
                        : new int[] {1, 2};
        this.out = out;
        this.inputs = inputs;
        this.peers = peers;
        this.pictures = inputs.floats("images28", Networks.TRAINED);
    }

    /** Measures every network at both batch sizes. */
    void run() {
        out.println(
                "network,batch,threads,samples_per_s_wall,samples_per_s_cpu,"
                        + "torch_samples_per_s_wall,torch_samples_per_s_cpu,wall_ratio,cpu_ratio");
        for (int some : threads) {
            for (TrainedNetwork network : networks) {
                for (int batch : new int[] {64, 128}) {
                    measure(network, batch, some);
                }
            }
        }
    }

    private void measure(TrainedNetwork network, int batch, int threads) {
        String workload = network.workload(batch);
        if (peers.isEmpty()) {
            print(network, batch, threads, epochs(network, batch, threads, null), List.of());
            return;
        }
        try (Worker peer = new Peers(peers.get(), inputs.folder(), threads).start()) {
            List<Clock> theirs = new ArrayList<>();
            List<Clock> ours =
                    epochs(
                            network,
                            batch,
                            threads,
                            () -> theirs.add(peer.ask(workload, "torch").time()));
            print(
                    network,
                    batch,
                    threads,
                    ours,
                    theirs.subList(theirs.size() - pairs, theirs.size()));
        }
    }

    /** Trains; before each epoch that counts, the peer trains its own. */
    private List<Clock> epochs(TrainedNetwork network, int batch, int threads, Runnable before) {
        Stack stack = network.stack();
        Examples examples = new Examples(pictures, new MeanSquares(pictures));
        int[] order = IntStream.range(0, Networks.TRAINED).toArray();
        Metronome metronome = new Metronome(before);
        new Training(stack, new Regimen(WARM + pairs + 1, batch, 1e-3, 0, 0), threads)
                .fit(
                        Training.begin(stack, Seed.of(1)),
                        epoch -> {
                            metronome.tick(epoch);
                            return order;
                        },
                        examples,
                        Optional.empty(),
                        Run.quiet(Seed.of(1)));
        return metronome.epochs;
    }

    private void print(
            TrainedNetwork network, int batch, int threads, List<Clock> ours, List<Clock> theirs) {
        out.printf(
                Locale.ROOT,
                "%s,%d,%d,%.0f,%.0f",
                network.title(),
                batch,
                threads,
                Networks.TRAINED / median(ours, true),
                Networks.TRAINED / median(ours, false));
        if (theirs.isEmpty()) {
            out.println(",,,,");
            return;
        }
        out.printf(
                Locale.ROOT,
                ",%.0f,%.0f,%.3f,%.3f%n",
                Networks.TRAINED / median(theirs, true),
                Networks.TRAINED / median(theirs, false),
                ratio(ours, theirs, true),
                ratio(ours, theirs, false));
    }

    private static double time(Clock clock, boolean wall) {
        return wall ? clock.wall() : clock.cpu();
    }

    private static double median(List<Clock> times, boolean wall) {
        return median(times.stream().mapToDouble(time -> time(time, wall)).toArray());
    }

    /**
     * Returns the median of the ratios of pairs. A slowdown of the machine affects both of a pair.
     */
    private static double ratio(List<Clock> ours, List<Clock> theirs, boolean wall) {
        double[] ratios = new double[ours.size()];
        Arrays.setAll(ratios, i -> time(ours.get(i), wall) / time(theirs.get(i), wall));
        return median(ratios);
    }

    /** Returns the value in the middle. */
    static double median(double[] values) {
        Arrays.sort(values);
        int n = values.length;
        return (values[(n - 1) / 2] + values[n / 2]) / 2;
    }

    /** Measures every epoch, from its start to the start of the next. */
    private static final class Metronome {
        private final Runnable before;
        private final List<Clock> epochs = new ArrayList<>();
        private Clock start;

        Metronome(Runnable before) {
            this.before = before;
        }

        void tick(int epoch) {
            if (epoch > WARM + 1) {
                epochs.add(start.elapsed());
            }
            if (epoch > WARM && before != null) {
                before.run();
            }
            start = Clock.now();
        }
    }
}
