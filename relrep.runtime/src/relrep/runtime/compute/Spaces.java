package relrep.runtime.compute;

import relrep.api.alignment.Aligner;
import relrep.api.alignment.Alignment;
import relrep.api.alignment.AlignmentProblem;
import relrep.api.data.AnchorSelector;
import relrep.api.data.Anchors;
import relrep.api.data.Inputs;
import relrep.api.data.Matrix;
import relrep.api.data.Samples;
import relrep.api.data.Space;
import relrep.api.data.Split;
import relrep.api.model.Decoder;
import relrep.api.model.Network;
import relrep.api.plugin.Invariance;
import relrep.api.run.InvalidInputException;
import relrep.api.similarity.Similarity;
import relrep.runtime.cell.AnchorSpec;
import relrep.runtime.cell.CellBridge;
import relrep.runtime.cell.ComputeOnceMap;
import relrep.runtime.cell.DecoderSpec;
import relrep.runtime.cell.NetworkSpec;
import relrep.runtime.cell.PartRun;
import relrep.runtime.cell.PluginResolver;
import relrep.runtime.cell.RelativeSpec;
import relrep.runtime.experiment.LocatedExpression;
import relrep.workbench.plugins.Kind;

import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The spaces of a run and the maps between them. Each is computed once and kept while cells need
 * it.
 */
public final class Spaces {
    private final PluginResolver parts;
    private final Data data;
    private final Networks networks;
    private final ComputeOnceMap<NetworkSpec, Space> train;
    private final ComputeOnceMap<NetworkSpec, Space> test = new ComputeOnceMap<>();
    private final ComputeOnceMap<AnchorSpec, Anchors> anchors;
    private final ComputeOnceMap<Relative, Space> relatives = new ComputeOnceMap<>();
    private final ComputeOnceMap<Fit, Alignment> alignments;
    private final Optional<int[]> shown;

    /** The key of a relative space. */
    public record Relative(NetworkSpec network, RelativeSpec how) {}

    /** The key of a map from one space to another. */
    public record Fit(NetworkSpec source, NetworkSpec target, CellBridge.Aligned how) {}

    public Spaces(PluginResolver parts, Data data, Networks networks) {
        this.parts = parts;
        this.data = data;
        this.networks = networks;
        this.train = new ComputeOnceMap<>();
        this.anchors = new ComputeOnceMap<>();
        this.alignments = new ComputeOnceMap<>();
        this.shown = Optional.empty();
    }

    private Spaces(Spaces all, int[] shown) {
        this.parts = all.parts;
        this.data = all.data;
        this.networks = all.networks;
        this.train = all.train;
        this.anchors = all.anchors;
        this.alignments = all.alignments;
        this.shown = Optional.of(shown);
    }

    /** Returns the same spaces restricted to some test samples. */
    public Spaces of(int[] testSamples) {
        return new Spaces(this, testSamples);
    }

    Split data(LocatedExpression written) {
        Split split = data.get(written);
        return shown.map(rows -> split(split, rows)).orElse(split);
    }

    private static Split split(Split split, int[] rows) {
        return new Split(split.train(), split.test().select(rows), split.checksums());
    }

    public Network network(NetworkSpec spec, PartRun run) {
        return networks.get(spec, this::anchorSamples, run);
    }

    /**
     * Returns the samples of anchors, for training networks end to end.
     *
     * @throws InvalidInputException when an anchor is the mean of several samples
     */
    public Inputs anchorSamples(AnchorSpec spec, PartRun run) {
        Anchors chosen = anchors(spec, run);
        if (!chosen.single()) {
            throw new InvalidInputException(
                    "networks are trained through anchors that are samples, such as those of"
                            + " random; '%s' takes the means of several"
                                    .formatted(spec.selector()));
        }
        int[] rows = IntStream.range(0, chosen.size()).map(i -> chosen.group(i)[0]).toArray();
        return data.get(spec.data()).train().content().select(rows);
    }

    /** Returns a network's latents of the training samples. */
    Space train(NetworkSpec spec, PartRun run) {
        return train.get(spec, () -> encoded(spec, data.get(spec.data()).train(), run));
    }

    /** Returns a network's latents of the test samples. */
    Space test(NetworkSpec spec, PartRun run) {
        return test.get(spec, () -> encoded(spec, data(spec.data()).test(), run));
    }

    private Space encoded(NetworkSpec spec, Samples samples, PartRun run) {
        var encoder = network(spec, run).encoder();
        Matrix latents = Blocks.encode(samples.content(), encoder, run);
        return new Space(spec.label(), latents, samples.labels());
    }

    /** Returns anchors; all networks that are compared share one choice. */
    public Anchors anchors(AnchorSpec spec, PartRun run) {
        return anchors.get(
                spec,
                () -> {
                    Space space =
                            spec.among()
                                    .map(network -> train(network, run))
                                    .orElseGet(() -> samples(spec));
                    return parts.get(Kind.ANCHOR_SELECTOR, AnchorSelector.class, spec.selector())
                            .plugin()
                            .select(space, run.with(spec.branch()));
                });
    }

    private Space samples(AnchorSpec spec) {
        Samples samples = data.get(spec.data()).train();
        return new Space("training samples", samples.inputs(), samples.labels());
    }

    /** Returns the test samples of a network, relative to its anchors. */
    Space relativeTest(NetworkSpec spec, RelativeSpec how, PartRun run) {
        return relatives.get(
                new Relative(spec, how), () -> relative(spec, how, test(spec, run), run));
    }

    /** Returns the number of columns of relative latents. */
    int relativeWidth(RelativeSpec how, PartRun run) {
        return parts.get(Kind.SIMILARITY, Similarity.class, how.similarity())
                .plugin()
                .columns(anchors(how.anchors(), run).size());
    }

    /** Makes points relative. Anchors and calibration come from the training latents. */
    private Space relative(NetworkSpec spec, RelativeSpec how, Space points, PartRun run) {
        Matrix trained = train(spec, run).latents();
        Matrix placed = anchors(how.anchors(), run).place(trained);
        Similarity similarity =
                parts.get(Kind.SIMILARITY, Similarity.class, how.similarity())
                        .plugin()
                        .calibrate(trained);
        run.step(0, 1);
        if (!similarity.invariances().contains(Invariance.TRANSLATION)) {
            Anisotropy.note(spec.label(), trained, how.similarity().toString(), run);
        }
        Matrix relative = similarity.compare(points.latents(), placed);
        return new Space(points.name() + " relative", relative, points.labels());
    }

    /** Returns a decoder trained on the relative latents of a network. */
    public Decoder decoder(DecoderSpec spec, PartRun run) {
        return networks.decoder(
                spec,
                (wanted, part) ->
                        relative(
                                        wanted.network(),
                                        wanted.relative(),
                                        train(wanted.network(), part),
                                        part)
                                .latents(),
                run);
    }

    Aligner aligner(CellBridge.Aligned how) {
        return parts.get(Kind.ALIGNER, Aligner.class, how.aligner()).plugin();
    }

    /** Returns a map from one space to another, fitted on training latents. */
    Alignment alignment(
            NetworkSpec source, NetworkSpec target, CellBridge.Aligned how, PartRun run) {
        return alignments.get(
                new Fit(source, target, how),
                () -> {
                    Space from = train(source, run);
                    Anchors on =
                            how.on()
                                    .map(spec -> anchors(spec, run))
                                    .orElseGet(() -> Anchors.all(from.size()));
                    return aligner(how)
                            .fit(
                                    new AlignmentProblem(from, train(target, run), on),
                                    run.with(
                                            source.branch()
                                                    .branch(target.label())
                                                    .branch(how.column())));
                });
    }

    /** Drops a value that no cell needs any more. */
    public void forget(Object spec) {
        networks.forget(spec);
        if (spec instanceof NetworkSpec network) {
            train.forget(network);
            test.forget(network);
        } else if (spec instanceof Relative relative) {
            relatives.forget(relative);
        } else if (spec instanceof Fit fit) {
            alignments.forget(fit);
        }
    }

    public Optional<Integer> count(CellBridge link, PartRun run) {
        return link.anchors().map(spec -> anchors(spec, run).size());
    }
}
