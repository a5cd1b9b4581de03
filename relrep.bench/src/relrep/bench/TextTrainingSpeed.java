package relrep.bench;

import relrep.api.data.Inputs;
import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.data.Samples;
import relrep.api.model.Bottleneck;
import relrep.api.model.Network;
import relrep.api.model.Objective;
import relrep.api.model.TrainingProblem;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.models.text.TextAverage;
import relrep.nd4j.Nd4jEngine;
import relrep.similarity.internal.RobustCosine;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Measures trainings of {@code text-average} on 800 texts, in turn with PyTorch on the same texts,
 * layers and batches: on latents, and end to end through the robust cosine to 128 anchors. Both
 * have one thread, both are warm, and processor time counts. Ours finds its tokens within the
 * clock, the peer outside of it.
 */
final class TextTrainingSpeed {
    private static final int TEXTS = 800;
    private static final int CLASSES = 7;
    private static final int WORDS = 6000;
    private static final int SHORTEST = 8;
    private static final int LONGEST = 40;
    private static final int ANCHORS = 128;
    private static final int EVERY = 10;
    private static final int TIMES = 5;
    private static final int WARM = 4;

    private final PrintStream out;
    private final int times;
    private final String python;

    /**
     * Prepares the benchmark.
     *
     * @param words how many trainings of each kind count; 5 by default
     */
    TextTrainingSpeed(PrintStream out, List<String> words) {
        this.out = out;
        this.times = words.isEmpty() ? TIMES : Integer.parseInt(words.get(0));
        this.python = Optional.ofNullable(System.getenv("RELREP_PYTHON")).orElse("python3");
    }

    /** Measures, and prints the medians and the ratio of each kind of training. */
    void run() throws IOException {
        Samples samples = samples();
        Path file = Files.createTempFile("relrep-texts", ".txt");
        try {
            Files.write(file, lines(samples));
            Path script =
                    Path.of(
                            System.getProperty("relrep.top"),
                            "relrep.bench",
                            "peers",
                            "text_training.py");
            try (Worker peer =
                    new Worker(
                            List.of(python, script.toString(), file.toString()),
                            environment -> environment.put("OMP_NUM_THREADS", "1"))) {
                for (boolean relative : new boolean[] {false, true}) {
                    measure(samples, relative, peer);
                }
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void measure(Samples samples, boolean relative, Worker peer) {
        String kind = relative ? "relative" : "absolute";
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        double accuracy = 0;
        double theirAccuracy = 0;
        for (int i = 0; i < WARM + times; i++) {
            Clock start = Clock.now();
            Network network = train(samples, relative);
            double taken = start.elapsed().cpu();
            accuracy = accuracy(network, samples, relative);
            String[] answer = ask(peer, kind);
            theirAccuracy = Double.parseDouble(answer[2]);
            if (i >= WARM) {
                ours.add(taken);
                theirs.add(Double.parseDouble(answer[1]));
            }
        }
        out.printf(
                Locale.ROOT,
                "text-average %s, %d texts: %.3f s of processor time a training, PyTorch %.3f,"
                        + " ratio %.3f; accuracy in training %.3f and %.3f%n",
                kind,
                samples.size(),
                median(ours),
                median(theirs),
                median(ours) / median(theirs),
                accuracy,
                theirAccuracy);
    }

    private String[] ask(Worker peer, String kind) {
        try {
            return peer.ask(kind).split(" ", -1);
        } catch (IllegalStateException e) {
            throw new IllegalArgumentException(
                    "the peer needs a Python with PyTorch, which RELREP_PYTHON names; '%s' ended"
                            .formatted(python),
                    e);
        }
    }

    private static Network train(Samples samples, boolean relative) {
        Bottleneck bottleneck =
                relative
                        ? new Bottleneck.Relative(
                                48, anchors(samples), new RobustCosine(), EVERY, false)
                        : new Bottleneck.Absolute(48);
        return new TextAverage(Nd4jEngine.start())
                .train(
                        new TrainingProblem(
                                samples,
                                Optional.empty(),
                                Objective.CLASSIFY,
                                bottleneck,
                                List.of()),
                        Run.quiet(Seed.of(1)));
    }

    private static Inputs anchors(Samples samples) {
        return samples.rows(0, ANCHORS).content();
    }

    private static double accuracy(Network network, Samples samples, boolean relative) {
        Matrix latents = network.encoder().encode(samples.content());
        Matrix scores =
                network.decoder()
                        .decode(
                                relative
                                        ? new RobustCosine()
                                                .calibrate(network.anchors().orElseThrow())
                                                .compare(latents, network.anchors().orElseThrow())
                                        : latents);
        int[] labels = samples.requireLabels().toArray();
        int right = 0;
        for (int i = 0; i < labels.length; i++) {
            float[] row = scores.row(i);
            int best = 0;
            for (int c = 1; c < row.length; c++) {
                best = row[c] > row[best] ? c : best;
            }
            right += best == labels[i] ? 1 : 0;
        }
        return (double) right / labels.length;
    }

    /** Returns texts whose words are as frequent as the inverse of their rank, by class. */
    private static Samples samples() {
        RandomGenerator random = Seed.of(1).branch("texts").random();
        List<String> texts = new ArrayList<>();
        int[] labels = new int[TEXTS];
        for (int i = 0; i < TEXTS; i++) {
            int label = random.nextInt(CLASSES);
            labels[i] = label;
            texts.add(
                    IntStream.range(0, random.nextInt(SHORTEST, LONGEST + 1))
                            .mapToObj(word -> word(label, random))
                            .collect(Collectors.joining(" ")));
        }
        return new Samples(
                Inputs.of(texts),
                Optional.of(
                        Labels.of(
                                IntStream.range(0, CLASSES).mapToObj(c -> "c" + c).toList(),
                                labels)),
                Optional.empty());
    }

    /** Returns a word; every fourth one is of the class alone. */
    private static String word(int label, RandomGenerator random) {
        int rank = (int) Math.exp(random.nextDouble() * Math.log(WORDS));
        return random.nextInt(4) == 0 ? "k%dw%d".formatted(label, rank % 50) : "w" + rank;
    }

    private static List<String> lines(Samples samples) {
        int[] labels = samples.requireLabels().toArray();
        return IntStream.range(0, samples.size())
                .mapToObj(i -> labels[i] + " " + samples.texts().get(i))
                .toList();
    }

    private static double median(List<Double> values) {
        return TrainingSpeed.median(values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
