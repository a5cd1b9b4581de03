package relrep.runtime.compute;

import relrep.api.alignment.Aligner;
import relrep.api.alignment.Alignment;
import relrep.api.alignment.AlignmentProblem;
import relrep.api.data.AnchorSelector;
import relrep.api.data.Anchors;
import relrep.api.data.Content;
import relrep.api.data.Inputs;
import relrep.api.data.Matrix;
import relrep.api.data.Samples;
import relrep.api.data.Space;
import relrep.api.data.Split;
import relrep.api.model.Decoder;
import relrep.api.model.Network;
import relrep.api.plugin.Invariance;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Seed;
import relrep.api.similarity.Similarity;
import relrep.api.transform.Transform;
import relrep.api.transform.TransformChain;
import relrep.runtime.cell.AnchorSpec;
import relrep.runtime.cell.Cell;
import relrep.runtime.cell.CellBridge;
import relrep.runtime.cell.ComputeOnceMap;
import relrep.runtime.cell.DecoderSpec;
import relrep.runtime.cell.NetworkSpec;
import relrep.runtime.cell.PartRun;
import relrep.runtime.cell.PluginResolver;
import relrep.runtime.cell.RelativeSpec;
import relrep.runtime.experiment.LocatedExpression;
import relrep.workbench.plugins.Kind;

import java.util.List;
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
    private final ComputeOnceMap<Encoded, Space> train;
    private final ComputeOnceMap<NetworkSpec, Space> test = new ComputeOnceMap<>();
    private final ComputeOnceMap<List<LocatedExpression>, Correspondence> common;
    private final ComputeOnceMap<AnchorSpec, Anchors> anchors;
    private final ComputeOnceMap<Relative, Space> relatives = new ComputeOnceMap<>();
    private final ComputeOnceMap<Fit, Alignment> alignments;
    private final ComputeOnceMap<Prepared, TransformChain> chains;
    private final ComputeOnceMap<Relative, TransformChain> relativeChains;
    private final Optional<int[]> shown;
    private final boolean training;

    /** The key of the latents of a dataset's training samples. */
    private record Encoded(NetworkSpec network, LocatedExpression data) {}

    /** The key of transforms that were fitted on a network's training latents. */
    private record Prepared(NetworkSpec network, List<LocatedExpression> transforms) {}

    /** The key of a relative space. */
    public record Relative(NetworkSpec network, RelativeSpec how) {}

    /** The key of a map from one space to another. */
    public record Fit(NetworkSpec source, NetworkSpec target, CellBridge.Aligned how) {}

    Spaces(PluginResolver parts, Data data, Networks networks) {
        this.parts = parts;
        this.data = data;
        this.networks = networks;
        this.train = new ComputeOnceMap<>();
        this.common = new ComputeOnceMap<>();
        this.anchors = new ComputeOnceMap<>();
        this.alignments = new ComputeOnceMap<>();
        this.chains = new ComputeOnceMap<>();
        this.relativeChains = new ComputeOnceMap<>();
        this.shown = Optional.empty();
        this.training = false;
    }

    private Spaces(Spaces all, Optional<int[]> shown, boolean training) {
        this.parts = all.parts;
        this.data = all.data;
        this.networks = all.networks;
        this.train = all.train;
        this.common = all.common;
        this.anchors = all.anchors;
        this.alignments = all.alignments;
        this.chains = all.chains;
        this.relativeChains = all.relativeChains;
        this.shown = shown;
        this.training = training;
    }

    /** Returns the same spaces restricted to some test samples. */
    public Spaces of(int[] testSamples) {
        return new Spaces(this, Optional.of(testSamples), training);
    }

    /** Returns the same spaces with the training samples in the place of the test samples. */
    Spaces onTraining() {
        return new Spaces(this, shown, true);
    }

    Split data(LocatedExpression written) {
        Split loaded = data.get(written);
        Split split =
                training ? new Split(loaded.train(), loaded.train(), loaded.checksums()) : loaded;
        return shown.map(rows -> split(split, rows)).orElse(split);
    }

    private static Split split(Split split, int[] rows) {
        return new Split(split.train(), split.test().select(rows), split.checksums());
    }

    public Network network(NetworkSpec spec, PartRun run) {
        return networks.get(spec, this::anchorSamples, run);
    }

    /** Returns the datasets beside a network's own that its training needs, for its anchors. */
    public List<LocatedExpression> datasets(NetworkSpec spec) {
        return spec.through().map(how -> how.how().anchors().parallel()).orElse(List.of());
    }

    /** Prepares a network: trains it, or encodes the training samples by its encoder. */
    public void make(NetworkSpec spec, PartRun run) {
        if (spec.frozen()) {
            train(spec, run);
        } else {
            network(spec, run);
        }
    }

    /**
     * Returns the samples of anchors, for training a network end to end.
     *
     * @throws InvalidInputException when an anchor is the mean of several samples
     */
    public Inputs anchorSamples(AnchorSpec spec, NetworkSpec network, PartRun run) {
        Anchors chosen = placed(spec, network, run);
        if (!chosen.single()) {
            throw new InvalidInputException(
                    "networks are trained through anchors that are samples, such as those of"
                            + " random; '%s' takes the means of several"
                                    .formatted(spec.selector()));
        }
        int[] rows = IntStream.range(0, chosen.size()).map(i -> chosen.group(i)[0]).toArray();
        return data.get(spec.in(network)).train().content().select(rows);
    }

    /** Returns a network's latents of the training samples. */
    Space train(NetworkSpec spec, PartRun run) {
        return train(spec, spec.data(), run);
    }

    /** Returns a network's latents of a dataset's training samples. */
    private Space train(NetworkSpec spec, LocatedExpression from, PartRun run) {
        return train.get(new Encoded(spec, from), () -> encoded(spec, data.get(from).train(), run));
    }

    /** Returns a network's latents of the test samples. */
    Space test(NetworkSpec spec, PartRun run) {
        if (training && shown.isEmpty()) {
            return train(spec, run);
        }
        return test.get(spec, () -> encoded(spec, data(spec.data()).test(), run));
    }

    /** Returns a network's latents of the test samples after transforms. */
    Space test(NetworkSpec spec, List<LocatedExpression> transforms, PartRun run) {
        Space latents = test(spec, run);
        return transforms.isEmpty() ? latents : chain(spec, transforms, run).apply(latents);
    }

    /** Returns a network's latents of a dataset's training samples after transforms. */
    private Space train(
            NetworkSpec spec,
            LocatedExpression from,
            List<LocatedExpression> transforms,
            PartRun run) {
        Space latents = train(spec, from, run);
        return transforms.isEmpty() ? latents : chain(spec, transforms, run).apply(latents);
    }

    /** Returns transforms that were fitted on a network's training latents. */
    TransformChain chain(NetworkSpec spec, List<LocatedExpression> transforms, PartRun run) {
        return chains.get(
                new Prepared(spec, transforms),
                () -> fitted(transforms, train(spec, run), spec.branch().branch("transform"), run));
    }

    private TransformChain fitted(
            List<LocatedExpression> transforms, Space trained, Seed seed, PartRun run) {
        return TransformChain.fit(
                transforms.stream()
                        .map(each -> parts.get(Kind.TRANSFORM, Transform.class, each).plugin())
                        .toList(),
                trained,
                run.with(seed));
    }

    /** Returns the width of a network's latents after transforms. */
    int width(NetworkSpec spec, List<LocatedExpression> transforms, PartRun run) {
        return transforms.isEmpty() ? spec.width() : chain(spec, transforms, run).width();
    }

    private Space encoded(NetworkSpec spec, Samples samples, PartRun run) {
        Matrix latents =
                spec.frozen()
                        ? networks.frozen().encode(spec.architecture(), samples.content(), run)
                        : Blocks.encode(
                                samples.content(), network(spec, run).encoder()::encode, run);
        return new Space(spec.label(), latents, samples.labels(), samples.keys());
    }

    /**
     * Returns anchors, as rows of the dataset that they are chosen from. All networks that are
     * compared share one choice.
     */
    public Anchors anchors(AnchorSpec spec, PartRun run) {
        return anchors.get(
                spec,
                () -> {
                    Space space =
                            spec.among()
                                    .map(network -> train(network, spec.data(), run))
                                    .orElseGet(() -> samples(spec));
                    AnchorSelector selector =
                            parts.get(Kind.ANCHOR_SELECTOR, AnchorSelector.class, spec.selector())
                                    .plugin();
                    PartRun own = run.with(spec.branch());
                    if (spec.places().isEmpty()) {
                        return selector.select(space, own);
                    }
                    Correspondence shared = shared(spec.parallel(), run);
                    Space candidates = space.select(shared.rows(0));
                    return shared.spread(selector.select(candidates, own), 0);
                });
    }

    /** Returns the training samples that correspond in several datasets. */
    private Correspondence shared(List<LocatedExpression> datasets, PartRun run) {
        return common.get(
                datasets,
                () ->
                        Correspondence.of(
                                datasets.stream()
                                        .map(
                                                each ->
                                                        new Correspondence.Part(
                                                                each,
                                                                "training",
                                                                data.get(each).train()))
                                        .toList(),
                                run));
    }

    /** Returns anchors as rows of the dataset that stands for them in a network's space. */
    private Anchors placed(AnchorSpec spec, NetworkSpec network, PartRun run) {
        Anchors chosen = anchors(spec, run);
        int to = spec.parallel().indexOf(spec.in(network));
        return to == 0 ? chosen : shared(spec.parallel(), run).moved(chosen, 0, to);
    }

    /** Returns the two spaces of test samples that correspond. */
    Pair paired(Cell cell, Space source, Space target, PartRun run) {
        LocatedExpression from = cell.source().orElseThrow().data();
        LocatedExpression to = cell.target().orElseThrow().data();
        if (from.equals(to)) {
            return new Pair(source, target);
        }
        Correspondence both =
                Correspondence.of(
                        List.of(
                                new Correspondence.Part(from, "test", data(from).test()),
                                new Correspondence.Part(to, "test", data(to).test())),
                        run);
        return new Pair(source.select(both.rows(0)), target.select(both.rows(1)));
    }

    /** Two spaces whose rows correspond. */
    record Pair(Space source, Space target) {}

    private Space samples(AnchorSpec spec) {
        Samples samples = data.get(spec.data()).train();
        Matrix points =
                samples.content().content() == Content.NUMBERS
                        ? samples.inputs()
                        : Matrix.of(samples.size(), 0);
        return new Space("training samples", points, samples.labels(), samples.keys());
    }

    /** Returns the test samples of a network, relative to its anchors. */
    Space relativeTest(NetworkSpec spec, RelativeSpec how, PartRun run) {
        return relatives.get(
                new Relative(spec, how),
                () -> relative(spec, how, test(spec, how.transforms(), run), run));
    }

    /** Returns the number of columns of relative latents. */
    int relativeWidth(RelativeSpec how, PartRun run) {
        return parts.get(Kind.SIMILARITY, Similarity.class, how.similarity())
                .plugin()
                .columns(anchors(how.anchors(), run).size());
    }

    /** Returns the width of a network's relative latents after transforms. */
    int relativeWidth(NetworkSpec spec, RelativeSpec how, PartRun run) {
        return how.after().isEmpty() ? relativeWidth(how, run) : chain(spec, how, run).width();
    }

    /** Makes points relative, and prepares the result. */
    private Space relative(NetworkSpec spec, RelativeSpec how, Space points, PartRun run) {
        Space relative = similarities(spec, how, points, run);
        return how.after().isEmpty() ? relative : chain(spec, how, run).apply(relative);
    }

    /** Returns transforms that were fitted on a network's relative training latents. */
    private TransformChain chain(NetworkSpec spec, RelativeSpec how, PartRun run) {
        return relativeChains.get(
                new Relative(spec, how),
                () ->
                        fitted(
                                how.after(),
                                similarities(
                                        spec,
                                        how,
                                        train(spec, spec.data(), how.transforms(), run),
                                        run),
                                spec.branch().branch("relative transform"),
                                run));
    }

    /**
     * Returns the similarities of points to anchors. Anchors and calibration come from the training
     * latents.
     */
    private Space similarities(NetworkSpec spec, RelativeSpec how, Space points, PartRun run) {
        Matrix trained = train(spec, spec.data(), how.transforms(), run).latents();
        LocatedExpression from = how.anchors().in(spec);
        Matrix among =
                from.equals(spec.data())
                        ? trained
                        : train(spec, from, how.transforms(), run).latents();
        Matrix placed = placed(how.anchors(), spec, run).place(among);
        Similarity similarity =
                parts.get(Kind.SIMILARITY, Similarity.class, how.similarity())
                        .plugin()
                        .calibrate(trained);
        run.step(0, 1);
        if (!similarity.invariances().contains(Invariance.TRANSLATION)) {
            Anisotropy.note(spec.label(), trained, how.similarity().toString(), run);
        }
        Matrix relative = similarity.compare(points.latents(), placed);
        return new Space(points.name() + " relative", relative, points.labels(), points.keys());
    }

    /** Returns a decoder trained on the latents of a network, as they are or relative. */
    public Decoder decoder(DecoderSpec spec, PartRun run) {
        return networks.decoder(
                spec,
                (wanted, part) -> {
                    NetworkSpec network = wanted.network();
                    return wanted.relative()
                            .map(
                                    how ->
                                            relative(
                                                    network,
                                                    how,
                                                    train(
                                                            network,
                                                            network.data(),
                                                            how.transforms(),
                                                            part),
                                                    part))
                            .orElseGet(() -> train(network, part))
                            .latents();
                },
                run);
    }

    /** Returns the decoder that belongs to a network's latents. */
    Decoder ownDecoder(NetworkSpec spec, PartRun run) {
        return spec.frozen() ? decoder(DecoderSpec.own(spec), run) : network(spec, run).decoder();
    }

    Aligner aligner(CellBridge.Aligned how) {
        return parts.get(Kind.ALIGNER, Aligner.class, how.aligner()).plugin();
    }

    /** Returns a map from one space to another, fitted on training latents. */
    Alignment alignment(
            NetworkSpec source, NetworkSpec target, CellBridge.Aligned how, PartRun run) {
        return alignments.get(
                new Fit(source, target, how),
                () ->
                        aligner(how)
                                .fit(
                                        problem(source, target, how, run),
                                        run.with(
                                                source.branch()
                                                        .branch(target.label())
                                                        .branch(how.column()))));
    }

    private AlignmentProblem problem(
            NetworkSpec source, NetworkSpec target, CellBridge.Aligned how, PartRun run) {
        LocatedExpression a = how.on().map(spec -> spec.in(source)).orElse(source.data());
        LocatedExpression b = how.on().map(spec -> spec.in(target)).orElse(target.data());
        Space from = train(source, a, how.transforms(), run);
        Space to = train(target, b, how.transforms(), run);
        if (a.equals(b)) {
            return new AlignmentProblem(
                    from,
                    to,
                    how.on()
                            .map(spec -> placed(spec, source, run))
                            .orElseGet(() -> Anchors.all(from.size())));
        }
        List<LocatedExpression> all = how.on().map(AnchorSpec::parallel).orElse(List.of(a, b));
        Correspondence shared = shared(all, run);
        int[] rows = shared.rows(all.indexOf(a));
        return new AlignmentProblem(
                from.select(rows),
                to.select(shared.rows(all.indexOf(b))),
                how.on()
                        .map(spec -> shared.common(anchors(spec, run), 0))
                        .orElseGet(() -> Anchors.all(rows.length)));
    }

    /** Drops a value that no cell needs any more. */
    public void forget(Object spec) {
        networks.forget(spec);
        if (spec instanceof NetworkSpec network) {
            train.forgetIf(each -> each.network().equals(network));
            test.forget(network);
            chains.forgetIf(each -> each.network().equals(network));
            relativeChains.forgetIf(each -> each.network().equals(network));
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
