package relrep.runtime.run;

import relrep.api.alignment.Aligner;
import relrep.api.alignment.Alignment;
import relrep.api.alignment.AlignmentProblem;
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
import relrep.api.metric.OutputMetric;
import relrep.api.metric.PairMetric;
import relrep.api.metric.Score;
import relrep.api.metric.SpaceMetric;
import relrep.api.model.Objective;
import relrep.api.model.Penalty;
import relrep.api.model.PenaltyBatch;
import relrep.api.model.PenaltyValue;
import relrep.api.plugin.Invariance;
import relrep.api.plugin.Option;
import relrep.api.plugin.Tunable;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.api.run.UnavailableException;
import relrep.api.similarity.DifferentiableSimilarity;
import relrep.api.similarity.PointSimilarity;
import relrep.api.similarity.Similarity;

import java.util.Arrays;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Small, fast and correct plugins for chains in tests. */
@SuppressWarnings("SameNameButDifferent") // each plugin has its own Options
final class Tiny {
    private static final int COORDINATES = 5;

    private Tiny() {}

    /** Points in a few heaps. */
    record Heaps(Options options) implements Dataset, Tunable<Dataset, Heaps.Options> {
        record Options(
                @Option(value = "training samples", min = 1) int train,
                @Option(value = "test samples", min = 1) int test,
                @Option(value = "heaps", min = 1) int heaps) {}

        Heaps() {
            this(new Options(40, 20, 3));
        }

        @Override
        public Dataset with(Options other) {
            return new Heaps(other);
        }

        @Override
        public Split load(DataPlaces places, Run run) {
            return new Split(
                    samples(options.train(), "train"),
                    samples(options.test(), "test"),
                    Map.of("heaps", "checksum of heaps"));
        }

        private Samples samples(int n, String name) {
            var random = Seed.of(7).branch(name).random();
            int[] labels = new int[n];
            float[] values = new float[n * COORDINATES];
            for (int i = 0; i < n; i++) {
                labels[i] = i % options.heaps();
                for (int j = 0; j < COORDINATES; j++) {
                    values[i * COORDINATES + j] =
                            (float) (random.nextGaussian() + (labels[i] == j ? 3 : 0));
                }
            }
            return new Samples(
                            Matrix.of(n, COORDINATES, values),
                            new Shape(1, COORDINATES, 1),
                            java.util.Optional.of(
                                    Labels.of(java.util.List.of("a", "b", "c", "d"), labels)))
                    .keyed(IntStream.range(0, n).mapToObj(i -> "heap" + i).toList());
        }
    }

    /** A dataset that this machine does not have. */
    static final class Absent implements Dataset {
        static final String WHY = "nowhere needs nowhere.gz, which is not here; put it there";

        @Override
        public Split load(DataPlaces places, Run run) {
            throw new UnavailableException(WHY, null);
        }
    }

    /** The product of two vectors. */
    static final class Product implements PointSimilarity {
        @Override
        public double compare(float[] point, float[] anchor) {
            double sum = 0;
            for (int i = 0; i < point.length; i++) {
                sum += (double) point[i] * anchor[i];
            }
            return sum;
        }

        @Override
        public Set<Invariance> invariances() {
            return Set.of();
        }
    }

    /** The same for all vectors. */
    static final class Flat implements PointSimilarity {
        @Override
        public double compare(float[] point, float[] anchor) {
            return .5;
        }

        @Override
        public Set<Invariance> invariances() {
            return Set.of();
        }
    }

    /** The product of two vectors, and its double in columns of their own. */
    static final class Twice implements Similarity {
        @Override
        public Matrix compare(Matrix points, Matrix anchors) {
            Matrix once = new Product().compare(points, anchors);
            return Matrix.filled(
                    once.rows(),
                    columns(once.cols()),
                    memory -> {
                        for (int i = 0; i < once.rows(); i++) {
                            memory.put(once.row(i));
                            for (float value : once.row(i)) {
                                memory.put(2 * value);
                            }
                        }
                    });
        }

        @Override
        public int columns(int anchors) {
            return 2 * anchors;
        }

        @Override
        public Set<Invariance> invariances() {
            return Set.of();
        }
    }

    /** The product of two vectors, with its gradient. */
    static final class Slope implements DifferentiableSimilarity {
        @Override
        public Matrix compare(Matrix points, Matrix anchors) {
            return new Product().compare(points, anchors);
        }

        @Override
        public Matrix pullBack(Matrix points, Matrix anchors, Matrix gradient) {
            float[] values = new float[points.rows() * points.cols()];
            for (int i = 0; i < values.length; i++) {
                for (int j = 0; j < anchors.rows(); j++) {
                    values[i] +=
                            gradient.get(i / points.cols(), j) * anchors.get(j, i % points.cols());
                }
            }
            return Matrix.of(points.rows(), points.cols(), values);
        }

        @Override
        public Set<Invariance> invariances() {
            return Set.of();
        }
    }

    /** A penalty on similarities, of 0. */
    static final class Related implements Penalty {
        @Override
        public boolean needsRelative() {
            return true;
        }

        @Override
        public PenaltyValue measure(PenaltyBatch batch) {
            return PenaltyValue.none(batch);
        }
    }

    /** The means of neighbours. */
    static final class Middles implements AnchorSelector {
        @Override
        public Anchors select(Space space, Run run) {
            return Anchors.ofGroups(
                    java.util.List.of(new int[] {0, 1}, new int[] {2, 3}, new int[] {4}));
        }
    }

    /** Samples drawn at random; records the space that they are drawn from. */
    record Draw(Options options, Consumer<Space> among)
            implements AnchorSelector, Tunable<AnchorSelector, Draw.Options> {
        record Options(@Option(value = "how many", min = 1) int count) {}

        Draw(Consumer<Space> among) {
            this(new Options(6), among);
        }

        @Override
        public AnchorSelector with(Options other) {
            return new Draw(other, among);
        }

        @Override
        public Anchors select(Space space, Run run) {
            among.accept(space);
            if (options.count() > space.size()) {
                throw refused("count must be at most " + space.size());
            }
            return Anchors.ofRows(
                    Arrays.copyOf(run.seed().permutation(space.size()), options.count()));
        }
    }

    /** The shift from the mean of the one to the mean of the other. */
    static final class Shift implements Aligner {
        @Override
        public Alignment fit(AlignmentProblem problem, Run run) {
            problem.requireEqualWidths("shift");
            float[] from = mean(problem.sourcePoints());
            float[] to = mean(problem.targetPoints());
            return new Alignment() {
                @Override
                public Matrix apply(Matrix latents) {
                    float[] values = latents.toArray();
                    for (int i = 0; i < values.length; i++) {
                        values[i] += to[i % to.length] - from[i % from.length];
                    }
                    return Matrix.of(latents.rows(), latents.cols(), values);
                }

                @Override
                public Map<String, Double> diagnostics() {
                    return Map.of("pairs", (double) problem.anchors().size());
                }
            };
        }

        private static float[] mean(Matrix points) {
            float[] mean = new float[points.cols()];
            for (int i = 0; i < points.rows(); i++) {
                for (int j = 0; j < mean.length; j++) {
                    mean[j] += points.get(i, j) / points.rows();
                }
            }
            return mean;
        }

        @Override
        public Set<MapFamily> recovers() {
            return Set.of(MapFamily.TRANSLATION);
        }

        @Override
        public boolean acceptsUnequalWidths() {
            return false;
        }
    }

    private static MetricTraits traits(MetricTraits.Need... needs) {
        return new MetricTraits(
                MetricTraits.Direction.LOWER_IS_BETTER,
                0,
                Double.POSITIVE_INFINITY,
                Set.of(needs),
                2);
    }

    private static Score squares(Matrix a, Matrix b) {
        float[] each = new float[a.rows()];
        double sum = 0;
        for (int i = 0; i < a.rows(); i++) {
            double row = 0;
            for (int j = 0; j < a.cols(); j++) {
                double difference = a.get(i, j) - b.get(i, j);
                row += difference * difference / a.cols();
            }
            each[i] = (float) row;
            sum += row / a.rows();
        }
        return Score.of(sum, each);
    }

    /** How far two spaces are apart. */
    static final class Apart implements PairMetric {
        @Override
        public Score measure(Space source, Space target, Run run) {
            return squares(source.latents(), target.latents());
        }

        @Override
        public Set<Invariance> invariances() {
            return Set.of();
        }

        @Override
        public MetricTraits traits() {
            return Tiny.traits(MetricTraits.Need.EQUAL_WIDTHS);
        }

        @Override
        public OptionalDouble chance(int rows, int width) {
            return OptionalDouble.of(rows + width);
        }
    }

    /** The ratio of two lengths, of any widths; whatever is asked for goes wrong where told. */
    static final class Longer implements PairMetric {
        private final Supplier<RuntimeException> trouble;

        Longer(Supplier<RuntimeException> trouble) {
            this.trouble = trouble;
        }

        @Override
        public Score measure(Space source, Space target, Run run) {
            RuntimeException wrong = trouble.get();
            if (wrong != null) {
                throw wrong;
            }
            return Score.of((double) source.width() / target.width());
        }

        @Override
        public Set<Invariance> invariances() {
            return Set.of();
        }

        @Override
        public MetricTraits traits() {
            return Tiny.traits();
        }
    }

    /** The mean of all coordinates. */
    static final class Level implements SpaceMetric {
        @Override
        public Score measure(Space space, Run run) {
            double sum = 0;
            for (float value : space.latents().toArray()) {
                sum += value;
            }
            return new Score(
                    sum / space.latents().rows() / space.width(),
                    new float[0],
                    Map.of("rows", (double) space.size()));
        }

        @Override
        public Set<Invariance> invariances() {
            return Set.of();
        }

        @Override
        public MetricTraits traits() {
            return new MetricTraits(
                    MetricTraits.Direction.LOWER_IS_BETTER,
                    Double.NEGATIVE_INFINITY,
                    Double.POSITIVE_INFINITY,
                    Set.of(),
                    2);
        }
    }

    /** Squares of what is wrong in a reconstruction. */
    static final class Wrong implements OutputMetric {
        @Override
        public Objective objective() {
            return Objective.RECONSTRUCT;
        }

        @Override
        public Score measure(Matrix outputs, Samples truth, Run run) {
            return squares(outputs, truth.inputs());
        }

        @Override
        public MetricTraits traits() {
            return Tiny.traits();
        }
    }

    /** The share of right answers. */
    static final class Right implements OutputMetric {
        @Override
        public Objective objective() {
            return Objective.CLASSIFY;
        }

        @Override
        public Score measure(Matrix outputs, Samples truth, Run run) {
            int right = 0;
            for (int i = 0; i < outputs.rows(); i++) {
                float[] row = outputs.row(i);
                int best = 0;
                for (int j = 1; j < row.length; j++) {
                    best = row[j] > row[best] ? j : best;
                }
                right += best == truth.requireLabels().get(i) ? 1 : 0;
            }
            return Score.of((double) right / outputs.rows());
        }

        @Override
        public MetricTraits traits() {
            return Tiny.traits(MetricTraits.Need.LABELS);
        }

        @Override
        public OptionalDouble chance(Samples truth) {
            return OptionalDouble.of(0.25);
        }
    }

    static InvalidInputException refused(String sentence) {
        return new InvalidInputException(sentence);
    }
}
