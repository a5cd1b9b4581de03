package relrep.api.tck.counterexample;

import relrep.api.alignment.Aligner;
import relrep.api.alignment.Alignment;
import relrep.api.alignment.AlignmentProblem;
import relrep.api.alignment.AlignmentState;
import relrep.api.alignment.MapFamily;
import relrep.api.data.AnchorSelector;
import relrep.api.data.Anchors;
import relrep.api.data.DataPlaces;
import relrep.api.data.Dataset;
import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.data.Samples;
import relrep.api.data.Shape;
import relrep.api.data.Space;
import relrep.api.data.Split;
import relrep.api.metric.MetricTraits;
import relrep.api.metric.MetricTraits.Direction;
import relrep.api.metric.OutputMetric;
import relrep.api.metric.PairMetric;
import relrep.api.metric.Score;
import relrep.api.metric.SpaceMetric;
import relrep.api.model.Objective;
import relrep.api.plugin.Invariance;
import relrep.api.run.CancelledException;
import relrep.api.run.Run;
import relrep.api.run.UnavailableException;
import relrep.api.similarity.Similarity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Plugins that each break their contract in one way, as third-party plugins may. */
public final class BadPlugins {
    private static final MetricTraits UNIT =
            new MetricTraits(Direction.HIGHER_IS_BETTER, 0, 1, Set.of(), 2);

    private BadPlugins() {}

    /**
     * A broken plugin, and the expected message.
     *
     * @param what the way in which it is broken
     * @param plugin the plugin
     * @param sentence a regular expression for the message: plugin and call, what must hold and
     *     what was returned
     */
    public record Bad<T>(String what, T plugin, String sentence) {
        @Override
        public String toString() {
            return what;
        }
    }

    /**
     * Exceptions besides errors that any method may throw, including cancellations and interrupts
     * that never happened.
     */
    private static final Map<String, Throwable> THROWN =
            Map.of(
                    "a cancel of its own",
                    new CancelledException("enough"),
                    "an exception that it does not declare",
                    new InterruptedException("mine"),
                    "that something is lacking",
                    new UnavailableException("there must be a licence", null),
                    "an exception that cannot say what it is",
                    new Mute() {});

    private static class Mute extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new IllegalStateException("no message");
        }
    }

    private static String thrown(String plugin, String method, Throwable thrown) {
        String words =
                thrown instanceof Mute
                        ? "Mute"
                        : thrown.getClass().getSimpleName() + ": " + thrown.getMessage();
        return "%s failed in %s: %s"
                .formatted(
                        plugin,
                        method,
                        thrown instanceof UnavailableException ? thrown.getMessage() : words);
    }

    // throws anything from a method that declares nothing; javac infers an unchecked T
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <R, T extends Throwable> R raise(Throwable thrown) throws T {
        throw (T) thrown;
    }

    /** Errors that any method may throw. */
    public static List<Error> errors() {
        return List.of(
                new StackOverflowError(),
                new NoClassDefFoundError("com/example/Gone"),
                new AssertionError("cannot be"),
                new OutOfMemoryError("Java heap space"));
    }

    /** Returns the sentence about an error, as a regular expression. */
    public static String sentence(String plugin, String method, Error error) {
        if (error instanceof OutOfMemoryError) {
            return "%s had not enough memory in %s: Java heap space(; RELREP_JAVA_OPTIONS=.*)?"
                    .formatted(plugin, method);
        }
        String words = error.getMessage() == null ? "" : ": " + error.getMessage();
        return "%s failed in %s: %s%s"
                .formatted(plugin, method, error.getClass().getSimpleName(), words);
    }

    /** Returns a matrix of ones. */
    public static Matrix ones(int rows, int cols) {
        return filled(rows, cols, 1);
    }

    private static Matrix filled(int rows, int cols, float value) {
        float[] values = new float[rows * cols];
        Arrays.fill(values, value);
        return Matrix.of(rows, cols, values);
    }

    private record Alike(
            Function<int[], Matrix> compared,
            IntUnaryOperator columnsOf,
            Supplier<Similarity> later)
            implements Similarity {
        @Override
        public Matrix compare(Matrix points, Matrix anchors) {
            return compared.apply(new int[] {points.rows(), anchors.rows()});
        }

        @Override
        public int columns(int anchors) {
            return columnsOf.applyAsInt(anchors);
        }

        @Override
        public Similarity calibrate(Matrix batch) {
            return later == null ? this : later.get();
        }

        @Override
        public Set<Invariance> invariances() {
            return Set.of(Invariance.TRANSLATION);
        }
    }

    private static Similarity similarity(Function<int[], Matrix> compared) {
        return new Alike(compared, k -> k, null);
    }

    /** Similarities; the checks give them 4 anchors. */
    public static List<Bad<Similarity>> similarities() {
        List<Bad<Similarity>> all =
                new ArrayList<>(
                        List.of(
                                new Bad<>(
                                        "a column too many",
                                        similarity(n -> ones(n[0], n[1] + 1)),
                                        "similarity 'bad': compare must return \\d+ × 4, not \\d+ ×"
                                                + " 5"),
                                new Bad<>(
                                        "a column too few",
                                        similarity(n -> ones(n[0], n[1] - 1)),
                                        "similarity 'bad': compare must return \\d+ × 4, not \\d+ ×"
                                                + " 3"),
                                new Bad<>(
                                        "no column",
                                        similarity(n -> ones(n[0], 0)),
                                        "similarity 'bad': compare must return \\d+ × 4, not \\d+ ×"
                                                + " 0"),
                                new Bad<>(
                                        "a row too few",
                                        similarity(n -> ones(n[0] - 1, n[1])),
                                        "similarity 'bad': compare must return (\\d+) × 4, not \\d+"
                                                + " × 4"),
                                new Bad<>(
                                        "a value that is no number",
                                        similarity(n -> filled(n[0], n[1], Float.NaN)),
                                        "similarity 'bad': compare must return finite numbers, but"
                                                + " row 0, column 0 is NaN"),
                                new Bad<>(
                                        "an infinite value",
                                        similarity(n -> filled(n[0], n[1], -1f / 0)),
                                        "similarity 'bad': compare must return finite numbers, but"
                                                + " row 0, column 0 is -Infinity"),
                                new Bad<>(
                                        "nothing",
                                        similarity(n -> null),
                                        "similarity 'bad': compare must return a matrix, not null"),
                                new Bad<>(
                                        "columns that are no multiple",
                                        new Alike(n -> ones(n[0], n[1] + 1), k -> k + 1, null),
                                        "similarity 'bad': columns must return a multiple of the 4"
                                                + " anchors, not 5"),
                                new Bad<>(
                                        "none when calibrated",
                                        new Alike(n -> ones(n[0], n[1]), k -> k, () -> null),
                                        "similarity 'bad': calibrate must return a similarity, not"
                                                + " null"),
                                new Bad<>(
                                        "a bad one when calibrated",
                                        new Alike(
                                                n -> ones(n[0], n[1]),
                                                k -> k,
                                                () -> similarity(n -> ones(n[0], n[1] + 2))),
                                        "similarity 'bad': compare must return \\d+ × 4, not \\d+ ×"
                                                + " 6")));
        THROWN.forEach(
                (what, thrown) ->
                        all.add(
                                new Bad<>(
                                        what,
                                        similarity(
                                                n ->
                                                        BadPlugins.<Matrix, RuntimeException>raise(
                                                                thrown)),
                                        thrown("similarity 'bad'", "compare", thrown))));
        for (Error error : errors()) {
            all.add(
                    new Bad<>(
                            error.getClass().getSimpleName(),
                            similarity(
                                    n -> {
                                        throw error;
                                    }),
                            sentence("similarity 'bad'", "compare", error)));
        }
        return all;
    }

    private record FixedMap(
            UnaryOperator<Matrix> images, Map<String, Double> diagnostics, AlignmentState kept)
            implements Alignment {
        @Override
        public Matrix apply(Matrix latents) {
            return images.apply(latents);
        }

        @Override
        public Optional<AlignmentState> state() {
            return Optional.ofNullable(kept);
        }
    }

    private record Fitting(Function<AlignmentProblem, Alignment> fitted, Alignment again)
            implements Aligner {
        @Override
        public Alignment fit(AlignmentProblem problem, Run run) {
            return fitted.apply(problem);
        }

        @Override
        public Alignment restore(AlignmentState state) {
            return again;
        }

        @Override
        public Set<MapFamily> recovers() {
            return Set.of();
        }

        @Override
        public boolean acceptsUnequalWidths() {
            return true;
        }
    }

    private static Aligner aligner(UnaryOperator<Matrix> images) {
        AlignmentState state = new AlignmentState(Map.of("weight", ones(2, 2)), Map.of(), Map.of());
        Alignment alignment = new FixedMap(images, Map.of("pairs", 4.0), state);
        return new Fitting(problem -> alignment, alignment);
    }

    /** An aligner with correct maps: identities. */
    public static Aligner good() {
        return aligner(z -> z);
    }

    /** Aligners with broken maps, from 2 coordinates to 2. */
    public static List<Bad<Aligner>> maps() {
        List<Bad<Aligner>> all =
                new ArrayList<>(
                        List.of(
                                new Bad<>(
                                        "a coordinate too many",
                                        aligner(z -> ones(z.rows(), 3)),
                                        "aligner 'bad': apply must return \\d+ × 2, not \\d+ × 3"),
                                new Bad<>(
                                        "a row too few",
                                        aligner(z -> ones(Math.max(0, z.rows() - 1), 2)),
                                        "aligner 'bad': apply must return \\d+ × 2, not \\d+ × 2"),
                                new Bad<>(
                                        "a value that is no number",
                                        aligner(z -> filled(z.rows(), 2, Float.NaN)),
                                        "aligner 'bad': apply must return finite numbers, but row"
                                                + " 0, column 0 is NaN.*"),
                                new Bad<>(
                                        "no image",
                                        aligner(z -> null),
                                        "aligner 'bad': apply must return a matrix, not null.*")));
        for (Error error : errors()) {
            all.add(
                    new Bad<>(
                            error.getClass().getSimpleName(),
                            aligner(
                                    z -> {
                                        throw error;
                                    }),
                            sentence("aligner 'bad'", "apply", error) + ".*"));
        }
        return all;
    }

    /** Aligners that fail when they fit. */
    public static List<Bad<Aligner>> fits() {
        return List.of(
                new Bad<>(
                        "no map",
                        new Fitting(problem -> null, null),
                        "aligner 'bad': fit must return an alignment, not null"),
                new Bad<>(
                        "a diagnostic that is no number",
                        new Fitting(
                                problem ->
                                        new FixedMap(
                                                z -> z,
                                                Map.of("residual", Double.NaN),
                                                new AlignmentState(Map.of(), Map.of(), Map.of())),
                                null),
                        "aligner 'bad': diagnostics must return finite numbers by name, but"
                                + " 'residual' is NaN"),
                new Bad<>(
                        "a deep one",
                        new Fitting(
                                problem -> {
                                    throw new StackOverflowError();
                                },
                                null),
                        "aligner 'bad' failed in fit: StackOverflowError"));
    }

    /** Selectors; the checks give them at least 8 samples. */
    public static List<Bad<AnchorSelector>> selectors() {
        return List.of(
                bad("none", space -> Anchors.ofRows(), "must choose at least 1 anchor, not 0"),
                bad(
                        "one row twenty times",
                        space -> Anchors.ofRows(new int[20]),
                        "must choose each row at most once, but row 0 comes again in anchor 1"),
                bad(
                        "every row twice",
                        space -> Anchors.ofRows(0, 0, 1, 1, 2, 2),
                        "must choose each row at most once, but row 0 comes again in anchor 1"),
                bad(
                        "groups that share a row",
                        space -> Anchors.ofGroups(List.of(new int[] {0, 1}, new int[] {1, 2})),
                        "must choose each row at most once, but row 1 comes again in anchor 1"),
                bad(
                        "a row that is not there",
                        space -> Anchors.ofRows(1, space.size()),
                        "must choose rows 0 to \\d+, but anchor 1 has row \\d+"),
                bad(
                        "a negative row",
                        space -> Anchors.ofRows(-1),
                        "must choose rows 0 to \\d+, but anchor 0 has row -1"),
                bad("nothing", space -> null, "must return anchors, not null"),
                new Bad<>(
                        "an error",
                        (space, run) -> {
                            throw new AssertionError("cannot be");
                        },
                        "anchor selector 'bad' failed in select: AssertionError: cannot be"));
    }

    private static Bad<AnchorSelector> bad(
            String what, Function<Space, Anchors> choice, String sentence) {
        return new Bad<>(
                what,
                (space, run) -> choice.apply(space),
                "anchor selector 'bad': select " + sentence);
    }

    private record Pair(MetricTraits traits, Function<Space, Score> measured, OptionalDouble chance)
            implements PairMetric {
        @Override
        public Score measure(Space source, Space target, Run run) {
            return measured.apply(source);
        }

        @Override
        public Set<Invariance> invariances() {
            return Set.of();
        }

        @Override
        public OptionalDouble chance(int rows, int width) {
            return chance;
        }
    }

    private record One(MetricTraits traits, Function<Space, Score> measured)
            implements SpaceMetric {
        @Override
        public Score measure(Space space, Run run) {
            return measured.apply(space);
        }

        @Override
        public Set<Invariance> invariances() {
            return Set.of();
        }
    }

    private record Output(MetricTraits traits, Function<Samples, Score> measured)
            implements OutputMetric {
        @Override
        public Objective objective() {
            return Objective.RECONSTRUCT;
        }

        @Override
        public Score measure(Matrix outputs, Samples truth, Run run) {
            return measured.apply(truth);
        }
    }

    /** A wrong score, for metrics of any kind. */
    private record Wrong(
            String what, MetricTraits traits, Function<Integer, Score> score, String sentence) {}

    private static float[] with(int n, float value) {
        float[] values = new float[n];
        Arrays.fill(values, .5f);
        values[1] = value;
        return values;
    }

    private static List<Wrong> wrong() {
        List<Wrong> all = new ArrayList<>();
        for (double value : new double[] {1.7, -3, Double.POSITIVE_INFINITY}) {
            all.add(
                    new Wrong(
                            value + " outside 0 to 1",
                            UNIT,
                            n -> Score.of(value),
                            "measure must return a number from 0.0 to 1.0, not " + value));
        }
        all.add(
                new Wrong(
                        "infinity where there is no bound",
                        new MetricTraits(Direction.LOWER_IS_BETTER, 0, 1.0 / 0, Set.of(), 2),
                        n -> Score.of(Double.POSITIVE_INFINITY),
                        "measure must return a number from 0.0 to Infinity, not Infinity"));
        all.add(
                new Wrong(
                        "3 values",
                        UNIT,
                        n -> Score.of(.5, new float[3]),
                        "measure must return one value for each of \\d+ samples or none, not 3"));
        for (float value : new float[] {7, -1, Float.NaN, Float.NEGATIVE_INFINITY}) {
            all.add(
                    new Wrong(
                            value + " for one sample",
                            UNIT,
                            n -> Score.of(.5, with(n, value)),
                            "measure must return numbers from 0.0 to 1.0 for each sample, but that"
                                    + " of row 1 is "
                                    + value));
        }
        all.add(
                new Wrong(
                        "infinity for one sample where there is no bound",
                        new MetricTraits(Direction.LOWER_IS_BETTER, 0, 1.0 / 0, Set.of(), 2),
                        n -> Score.of(.5, with(n, Float.POSITIVE_INFINITY)),
                        "measure must return numbers from 0.0 to Infinity for each sample, but that"
                                + " of row 1 is Infinity"));
        all.add(
                new Wrong(
                        "bounds the wrong way round",
                        new MetricTraits(Direction.HIGHER_IS_BETTER, 1, 0, Set.of(), 2),
                        n -> Score.of(.5),
                        "traits must have a lower bound that is not above the upper one, not 1.0"
                                + " and 0.0"));
        all.add(
                new Wrong(
                        "a bound that is no number",
                        new MetricTraits(Direction.HIGHER_IS_BETTER, 0, Double.NaN, Set.of(), 2),
                        n -> Score.of(.5),
                        "traits must have a lower bound that is not above the upper one, not 0.0"
                                + " and NaN"));
        all.add(
                new Wrong(
                        "no traits",
                        null,
                        n -> Score.of(.5),
                        "traits must return what a number means, not null"));
        all.add(
                new Wrong(
                        "a detail without a name",
                        UNIT,
                        n -> new Score(.5, new float[0], Collections.singletonMap(null, 1.0)),
                        "measure must return details with names and numbers, but one, 1.0, has no"
                                + " name"));
        all.add(
                new Wrong(
                        "a detail without a number",
                        UNIT,
                        n -> new Score(.5, new float[0], Collections.singletonMap("deep", null)),
                        "measure must return details with names and numbers, but 'deep' has no"
                                + " value"));
        for (double detail : new double[] {Double.NaN, Double.NEGATIVE_INFINITY}) {
            all.add(
                    new Wrong(
                            "a detail that is " + detail,
                            UNIT,
                            n -> new Score(.5, new float[0], Map.of("deep", detail)),
                            "measure must return finite details by name, but 'deep' is " + detail));
        }
        all.add(new Wrong("nothing", UNIT, n -> null, "measure must return a score, not null"));
        return all;
    }

    /** Metrics of two spaces. */
    public static List<Bad<PairMetric>> pairMetrics() {
        List<Bad<PairMetric>> all = new ArrayList<>();
        for (Wrong wrong : wrong()) {
            all.add(
                    new Bad<>(
                            wrong.what(),
                            new Pair(
                                    wrong.traits(),
                                    space -> wrong.score().apply(space.size()),
                                    OptionalDouble.empty()),
                            "metric 'bad': " + wrong.sentence()));
        }
        all.addAll(BadClaims.pairMetrics());
        all.add(
                new Bad<>(
                        "a chance level outside the range",
                        new Pair(UNIT, space -> Score.of(.5), OptionalDouble.of(2)),
                        "metric 'bad': chance must return a number from 0.0 to 1.0, not 2.0"));
        THROWN.forEach(
                (what, thrown) ->
                        all.add(
                                new Bad<>(
                                        what,
                                        new Pair(
                                                UNIT,
                                                space ->
                                                        BadPlugins.<Score, RuntimeException>raise(
                                                                thrown),
                                                OptionalDouble.empty()),
                                        thrown("metric 'bad'", "measure", thrown))));
        for (Error error : errors()) {
            all.add(
                    new Bad<>(
                            error.getClass().getSimpleName(),
                            new Pair(
                                    UNIT,
                                    space -> {
                                        throw error;
                                    },
                                    OptionalDouble.of(.5)),
                            sentence("metric 'bad'", "measure", error)));
        }
        return all;
    }

    /** Metrics of one space. */
    public static List<Bad<SpaceMetric>> spaceMetrics() {
        List<Bad<SpaceMetric>> all = new ArrayList<>(BadClaims.spaceMetrics());
        for (Wrong wrong : wrong()) {
            all.add(
                    new Bad<>(
                            wrong.what(),
                            new One(wrong.traits(), space -> wrong.score().apply(space.size())),
                            "metric 'bad': " + wrong.sentence()));
        }
        return all;
    }

    /** Metrics of outputs. */
    public static List<Bad<OutputMetric>> outputMetrics() {
        return wrong().stream()
                .map(
                        wrong ->
                                new Bad<OutputMetric>(
                                        wrong.what(),
                                        new Output(
                                                wrong.traits(),
                                                truth -> wrong.score().apply(truth.size())),
                                        "metric 'bad': " + wrong.sentence()))
                .toList();
    }

    private static Samples samples(int n, int d, float value, String... classes) {
        Optional<Labels> labels =
                classes.length == 0
                        ? Optional.empty()
                        : Optional.of(Labels.of(List.of(classes), new int[n]));
        return new Samples(filled(n, d, value), Shape.vector(d), labels);
    }

    /** Datasets. */
    public static List<Bad<Dataset>> datasets() {
        Samples good = samples(9, 5, 1, "a");
        return List.of(
                set("nothing", () -> null, "must return a split, not null"),
                set(
                        "no test part",
                        () -> new Split(good, null, Map.of()),
                        "must return test samples, not null"),
                set(
                        "an empty part",
                        () -> new Split(good, samples(0, 5, 1, "a"), Map.of()),
                        "must return test samples, there are none"),
                set(
                        "two widths",
                        () -> new Split(good, samples(9, 4, 1, "a"), Map.of()),
                        "must give both parts one shape, not 1×1×5 and 1×1×4"),
                set(
                        "labels in one part",
                        () -> new Split(good, samples(9, 5, 1), Map.of()),
                        "must give both parts the same classes, not \\[a\\] and \\[\\]"),
                set(
                        "a value that is no number",
                        () -> new Split(samples(9, 5, Float.NaN, "a"), good, Map.of()),
                        "must return training samples that are finite numbers, but row 0, column 0"
                                + " is NaN"),
                new Bad<>(
                        "an error",
                        (places, run) -> {
                            throw new ExceptionInInitializerError("no table");
                        },
                        "dataset 'bad' failed in load: ExceptionInInitializerError: no table"));
    }

    private static Bad<Dataset> set(String what, Supplier<Split> split, String sentence) {
        return new Bad<>(
                what,
                new Dataset() {
                    @Override
                    public Split load(DataPlaces places, Run run) {
                        return split.get();
                    }
                },
                "dataset 'bad': load " + sentence);
    }
}
