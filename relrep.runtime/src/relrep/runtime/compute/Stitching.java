package relrep.runtime.compute;

import relrep.api.alignment.Alignment;
import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.data.Samples;
import relrep.api.data.Split;
import relrep.api.metric.OutputMetric;
import relrep.api.model.Decoder;
import relrep.api.transform.FittedTransform;
import relrep.api.transform.TransformChain;
import relrep.runtime.cell.Cell;
import relrep.runtime.cell.CellBridge;
import relrep.runtime.cell.CellResult.Detail;
import relrep.runtime.cell.DecoderSpec;
import relrep.runtime.cell.NetworkSpec;
import relrep.runtime.cell.PartRun;
import relrep.runtime.cell.RelativeSpec;
import relrep.runtime.experiment.Control;
import relrep.runtime.experiment.LocatedExpression;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Measures cells that stitch: the outputs of one network's decoder for the latents of another
 * network's encoder.
 */
public final class Stitching {
    private final Spaces spaces;

    public Stitching(Spaces spaces) {
        this.spaces = spaces;
    }

    /** Measures the outputs for test samples, and for training samples where that is asked for. */
    public void measure(Cell cell, Measuring measuring, PartRun run) {
        measure(cell, cell.metrics(), measuring, run);
        if (!cell.trainMetrics().isEmpty()) {
            new Stitching(spaces.onTraining())
                    .measure(cell, cell.trainMetrics(), measuring.named("train-"), run);
        }
    }

    private void measure(
            Cell cell, List<LocatedExpression> metrics, Measuring measuring, PartRun run) {
        Samples truth = spaces.data(cell.data()).test();
        if (cell.link() instanceof CellBridge.Chance) {
            measuring.chance(metrics, metric -> ((OutputMetric) metric).chance(truth));
            return;
        }
        Optional<Matrix> outputs = outputs(cell, measuring, run);
        if (outputs.isEmpty()) {
            measuring.none(metrics, obstacle(cell, run));
            return;
        }
        measuring.each(
                metrics,
                (metric, part) ->
                        ((OutputMetric) metric).measure(outputs.orElseThrow(), truth, part));
    }

    /** Returns the outputs for all test samples; empty if the two networks cannot be connected. */
    public Optional<Matrix> outputs(Cell cell, Measuring measuring, PartRun run) {
        return obstacle(cell, run).isEmpty()
                ? Optional.of(joined(cell, measuring, run))
                : Optional.empty();
    }

    /** Returns why the two networks cannot be connected; empty if they can. */
    private String obstacle(Cell cell, PartRun run) {
        if (cell.source().isEmpty()) {
            return "";
        }
        NetworkSpec source = cell.source().orElseThrow();
        NetworkSpec target = cell.target().orElseThrow();
        boolean unable =
                cell.link() instanceof CellBridge.Absolute
                        || (cell.link() instanceof CellBridge.Aligned aligned
                                && !spaces.aligner(aligned).acceptsUnequalWidths());
        String unequal = unable ? unequal(cell.link(), source, target, run) : "";
        return unequal.isEmpty() ? lasting(cell, target, run) : unequal;
    }

    /** Returns why a bridge cannot connect spaces of different width; empty if they have one. */
    String unequal(CellBridge link, NetworkSpec source, NetworkSpec target, PartRun run) {
        int from = spaces.width(source, link.transforms(), run);
        int to = spaces.width(target, link.transforms(), run);
        return from == to
                ? ""
                : "%s needs equal widths, %s has %d and %s %d"
                        .formatted(link.column(), source.label(), from, target.label(), to);
    }

    /**
     * Returns why the target's own decoder, which takes latents as they are, cannot be given
     * transformed ones; empty if it can.
     */
    private String lasting(Cell cell, NetworkSpec target, PartRun run) {
        List<LocatedExpression> transforms = cell.link().transforms();
        if (cell.link().relative().isPresent() || transforms.isEmpty()) {
            return "";
        }
        TransformChain chain = spaces.chain(target, transforms, run);
        for (int i = 0; i < transforms.size(); i++) {
            if (chain.steps().get(i).inverse().isEmpty()) {
                return "the decoder of %s takes latents as they are, and %s cannot be undone"
                        .formatted(target.label(), transforms.get(i));
            }
        }
        return "";
    }

    private Matrix joined(Cell cell, Measuring measuring, PartRun run) {
        CellBridge link = cell.link();
        if (link instanceof CellBridge.Floor floor) {
            return floor.range().nearest(spaces.data(cell.data()).test().inputs());
        }
        if (cell.source().isEmpty()) {
            return link.column().equals(Control.MEAN_IMAGE.word())
                    ? mean(spaces.data(cell.data()))
                    : majority(spaces.data(cell.data()));
        }
        NetworkSpec source = cell.source().orElseThrow();
        NetworkSpec target = cell.target().orElseThrow();
        if (link instanceof CellBridge.Relative relative) {
            return relative(source, target, relative.how(), run);
        }
        if (link instanceof CellBridge.OwnRelative relative) {
            return relative(source, source, relative.how(), run);
        }
        Decoder decoder = spaces.ownDecoder(target, run);
        if (link.relative().isPresent()) {
            RelativeSpec how = link.relative().get();
            Matrix relative = spaces.relativeTest(source, how, run).latents();
            return Blocks.map(relative, decoder::decode, run);
        }
        Matrix latents = spaces.test(source, link.transforms(), run).latents();
        UnaryOperator<Matrix> decode = undone(target, link.transforms(), decoder, run);
        if (link instanceof CellBridge.Aligned aligned) {
            Alignment alignment = spaces.alignment(source, target, aligned, run);
            measuring.detail(new Detail(aligned.column(), alignment.diagnostics()));
            return Blocks.map(latents, rows -> decode.apply(alignment.apply(rows)), run);
        }
        return Blocks.map(latents, decode, run);
    }

    /** Returns a decoder that undoes the target's transforms first. */
    private UnaryOperator<Matrix> undone(
            NetworkSpec target, List<LocatedExpression> transforms, Decoder decoder, PartRun run) {
        if (transforms.isEmpty()) {
            return decoder::decode;
        }
        FittedTransform back = spaces.chain(target, transforms, run).inverse().orElseThrow();
        return rows -> decoder.decode(back.apply(rows));
    }

    private Matrix relative(NetworkSpec source, NetworkSpec target, RelativeSpec how, PartRun run) {
        Decoder decoder = spaces.decoder(DecoderSpec.of(target, how), run);
        Matrix latents = spaces.relativeTest(source, how, run).latents();
        return Blocks.map(latents, decoder::decode, run);
    }

    /** Returns the mean of the training samples, repeated for every test sample. */
    private static Matrix mean(Split split) {
        Matrix train = split.train().inputs();
        double[] sum = new double[train.cols()];
        for (int i = 0; i < train.rows(); i++) {
            float[] row = train.row(i);
            for (int j = 0; j < sum.length; j++) {
                sum[j] += row[j];
            }
        }
        float[] mean = new float[sum.length];
        for (int j = 0; j < sum.length; j++) {
            mean[j] = (float) (sum[j] / train.rows());
        }
        return repeated(mean, split.test().size());
    }

    /**
     * Returns a score of 1 for the most frequent class of the training samples, the first among
     * equals.
     */
    private static Matrix majority(Split split) {
        Labels labels = split.train().requireLabels();
        int[] count = new int[labels.classes().size()];
        Arrays.stream(labels.toArray()).forEach(label -> count[label]++);
        int most = 0;
        for (int label = 1; label < count.length; label++) {
            most = count[label] > count[most] ? label : most;
        }
        float[] scores = new float[count.length];
        scores[most] = 1;
        return repeated(scores, split.test().size());
    }

    private static Matrix repeated(float[] row, int n) {
        return Matrix.filled(
                n,
                row.length,
                memory -> {
                    for (int i = 0; i < n; i++) {
                        memory.put(row);
                    }
                });
    }
}
