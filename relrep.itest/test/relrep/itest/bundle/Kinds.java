package relrep.itest.bundle;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

import relrep.api.alignment.Aligner;
import relrep.api.alignment.Alignment;
import relrep.api.alignment.AlignmentProblem;
import relrep.api.alignment.AlignmentState;
import relrep.api.alignment.MapFamily;
import relrep.api.data.AnchorSelector;
import relrep.api.data.Anchors;
import relrep.api.data.DataPlaces;
import relrep.api.data.Dataset;
import relrep.api.data.Inputs;
import relrep.api.data.Matrix;
import relrep.api.data.Samples;
import relrep.api.data.Shape;
import relrep.api.data.Space;
import relrep.api.data.Split;
import relrep.api.file.VectorBlock;
import relrep.api.file.VectorFile;
import relrep.api.file.VectorFormat;
import relrep.api.file.VectorSource;
import relrep.api.metric.MetricTraits;
import relrep.api.metric.PairMetric;
import relrep.api.metric.Score;
import relrep.api.model.Architecture;
import relrep.api.model.Decoder;
import relrep.api.model.DecodingProblem;
import relrep.api.model.Encoder;
import relrep.api.model.Epoch;
import relrep.api.model.Network;
import relrep.api.model.NetworkState;
import relrep.api.model.Penalty;
import relrep.api.model.PenaltyBatch;
import relrep.api.model.PenaltyValue;
import relrep.api.model.TrainedDecoder;
import relrep.api.model.TrainingProblem;
import relrep.api.plugin.Invariance;
import relrep.api.plugin.Plugin;
import relrep.api.report.Report;
import relrep.api.report.Reporter;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.similarity.PointSimilarity;
import relrep.api.similarity.Similarity;
import relrep.api.transform.FittedTransform;
import relrep.api.transform.Transform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A plugin of the kind that its bundle's manifest names, for each kind that can be replaced while
 * running. Its results are multiplied by the major version of its bundle, so they show which
 * versions made them. The tests pack this class into bundles.
 */
public final class Kinds implements BundleActivator {
    /** The header that names the kind. */
    public static final String HEADER = "Plugin-Kind";

    private static final int WIDTH = 4;

    @Override
    public void start(BundleContext context) {
        String kind = context.getBundle().getHeaders().get(HEADER);
        int version = context.getBundle().getVersion().getMajor();
        switch (kind) {
            case "dataset" -> register(context, Dataset.class, new Data(version));
            case "architecture" -> register(context, Architecture.class, new Net(version, version));
            case "penalty" -> register(context, Penalty.class, new Add(version));
            case "encoder" -> register(context, Encoder.class, new Half(version));
            case "aligner" -> register(context, Aligner.class, new Align(version));
            case "transform" -> register(context, Transform.class, new Stretch(version));
            case "anchor-selector" -> register(context, AnchorSelector.class, new Pick(version));
            case "metric" -> register(context, PairMetric.class, new First(version));
            case "similarity" -> register(context, Similarity.class, new Like(version));
            case "reporter" -> register(context, Reporter.class, new Tell(version));
            case "vector-format" -> register(context, VectorFormat.class, new Count(version));
            default -> throw new IllegalArgumentException(kind);
        }
    }

    private static <T> void register(BundleContext context, Class<T> contract, T plugin) {
        Map<String, String> properties =
                Map.of(Plugin.NAME, "hot", Plugin.DESCRIPTION, "a plugin that comes and goes");
        context.registerService(contract, plugin, FrameworkUtil.asDictionary(properties));
    }

    @Override
    public void stop(BundleContext context) {}

    private static Matrix times(Matrix matrix, double factor) {
        float[] values = matrix.toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] *= (float) factor;
        }
        return Matrix.of(matrix.rows(), matrix.cols(), values);
    }

    /** Samples that begin with the version. */
    private record Data(int version) implements Dataset {
        @Override
        public Split load(DataPlaces places, Run run) {
            return new Split(samples(60), samples(40), Map.of("version", "" + version));
        }

        private Samples samples(int n) {
            float[] values = new float[n * WIDTH];
            for (int i = 0; i < values.length; i++) {
                values[i] = version * (1 + (i * 37 % 101) / 101f);
            }
            return new Samples(Matrix.of(n, WIDTH, values), Shape.vector(WIDTH), Optional.empty());
        }
    }

    /** Latents are the inputs times the version, and times the value of each penalty. */
    private record Net(int version, double factor)
            implements Architecture, Network, TrainedDecoder {
        @Override
        public boolean takesPenalties() {
            return true;
        }

        @Override
        public Network train(TrainingProblem problem, Run run) {
            double all = version;
            for (Penalty penalty : problem.penalties()) {
                Matrix latents = problem.train().inputs().rows(0, 2);
                all *=
                        penalty.measure(
                                        new PenaltyBatch(
                                                latents, Optional.empty(), Optional.empty(), 0, 1))
                                .value();
            }
            return new Net(version, all);
        }

        @Override
        public TrainedDecoder trainDecoder(DecodingProblem problem, Run run) {
            return this;
        }

        @Override
        public Network restore(NetworkState state) {
            return new Net(version, state.tensors().get("w").get(0, 0));
        }

        @Override
        public TrainedDecoder restoreDecoder(NetworkState state) {
            return this;
        }

        @Override
        public Encoder encoder() {
            return new Half(factor);
        }

        @Override
        public Decoder decoder() {
            return new Half(1 / factor);
        }

        @Override
        public List<Epoch> history() {
            return List.of();
        }

        @Override
        public NetworkState state() {
            return new NetworkState(Map.of("w", Matrix.of(1, 1, (float) factor)), Map.of());
        }
    }

    /** The version, whatever the latents are. */
    private record Add(int version) implements Penalty {
        @Override
        public PenaltyValue measure(PenaltyBatch batch) {
            PenaltyValue none = PenaltyValue.none(batch);
            return new PenaltyValue(version, none.latents(), none.relative());
        }
    }

    private record Half(double factor) implements Encoder, Decoder {
        @Override
        public int width() {
            return WIDTH;
        }

        @Override
        public Matrix encode(Inputs inputs) {
            return times(inputs.numbers(), factor);
        }

        @Override
        public Matrix decode(Matrix latents) {
            return times(latents, factor);
        }
    }

    /** Maps to the points times the version. */
    private record Align(int version) implements Aligner {
        @Override
        public Alignment fit(AlignmentProblem problem, Run run) {
            return new Scaled(version);
        }

        @Override
        public Alignment restore(AlignmentState state) {
            return new Scaled(version);
        }

        @Override
        public Set<MapFamily> recovers() {
            return Set.of();
        }

        @Override
        public boolean acceptsUnequalWidths() {
            return false;
        }
    }

    private record Scaled(int version) implements Alignment {
        @Override
        public Matrix apply(Matrix latents) {
            return times(latents, version);
        }

        @Override
        public Optional<AlignmentState> state() {
            Map<String, Matrix> tensors = Map.of("factor", Matrix.of(1, 1, version));
            return Optional.of(new AlignmentState(tensors, Map.of(), diagnostics()));
        }

        @Override
        public Map<String, Double> diagnostics() {
            return Map.of();
        }
    }

    /** Multiplies latents by the version. */
    private record Stretch(int version) implements Transform, FittedTransform {
        @Override
        public FittedTransform fit(Space training, Run run) {
            return this;
        }

        @Override
        public Matrix apply(Matrix latents) {
            return times(latents, version);
        }

        @Override
        public int width() {
            return WIDTH;
        }
    }

    /** As many anchors as the version says, the first rows. */
    private record Pick(int version) implements AnchorSelector {
        @Override
        public Anchors select(Space space, Run run) {
            return Anchors.all(version);
        }
    }

    /** The first number of the first space, times the version. */
    private record First(int version) implements PairMetric {
        @Override
        public Score measure(Space source, Space target, Run run) {
            return Score.of(version * (double) source.latents().get(0, 0));
        }

        @Override
        public MetricTraits traits() {
            return new MetricTraits(
                    MetricTraits.Direction.NEITHER,
                    Double.NEGATIVE_INFINITY,
                    Double.POSITIVE_INFINITY,
                    Set.of(),
                    1);
        }

        @Override
        public Set<Invariance> invariances() {
            return Set.of();
        }
    }

    /** The first number of the point, times the version. */
    private record Like(int version) implements PointSimilarity {
        @Override
        public double compare(float[] point, float[] anchor) {
            return version * (double) point[0];
        }

        @Override
        public Set<Invariance> invariances() {
            return Set.of();
        }
    }

    /** Writes its version. */
    private record Tell(int version) implements Reporter {
        @Override
        public void write(Report report, Path folder) throws IOException {
            Files.writeString(folder.resolve("hot.txt"), "version " + version);
        }
    }

    /** A file that ends with {@code .hot} has three rows, whatever it holds. */
    private record Count(int version) implements VectorFormat {
        @Override
        public boolean recognises(String name, byte[] beginning) {
            return name.endsWith(".hot");
        }

        @Override
        public VectorFile open(VectorSource source, Run run) {
            return new Counted(version);
        }
    }

    private record Counted(int version) implements VectorFile {
        @Override
        public Content content() {
            return Content.VECTORS;
        }

        @Override
        public long rows() {
            return 3;
        }

        @Override
        public int width() {
            return 2;
        }

        @Override
        public boolean keyed() {
            return false;
        }

        @Override
        public VectorBlock read(long from, long to) {
            Matrix all = Matrix.of(3, 2, version, 0, version, 1, version, 2);
            return VectorBlock.of(all.rows((int) from, (int) to));
        }

        @Override
        public long[] integers() {
            throw new InvalidInputException("a hot file has no whole numbers");
        }

        @Override
        public void close() {}
    }
}
