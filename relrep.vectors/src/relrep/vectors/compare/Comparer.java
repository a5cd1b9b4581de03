package relrep.vectors.compare;

import relrep.api.alignment.Aligner;
import relrep.api.data.AnchorAppraiser;
import relrep.api.data.Anchors;
import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.data.Space;
import relrep.api.file.VectorFile;
import relrep.api.metric.Metric;
import relrep.api.metric.PairMetric;
import relrep.api.metric.RetrievalAppraiser;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.vectors.file.AnchorChoice;
import relrep.vectors.file.KeyChoice;
import relrep.vectors.file.LabelFile;
import relrep.vectors.file.Pairing;
import relrep.vectors.file.Rows;
import relrep.vectors.file.VectorFiles;
import relrep.vectors.prepare.NamedTransforms;
import relrep.workbench.contract.PluginFailureException;
import relrep.workbench.plugins.Configured;
import relrep.workbench.plugins.Expression;
import relrep.workbench.plugins.Kind;
import relrep.workbench.plugins.Registry;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Compares two files of vectors. */
public final class Comparer {
    private static final int USUAL_ANCHORS = 300;
    private static final String BACK = SearchMode.MAPPED_TARGET.view("");

    /** The share of learning that goes to choosing anchors and computing similarities to them. */
    private static final double RELATIVE = 0.1;

    private static final double READING = 0.02;

    private final Registry registry;
    private final PluginFailures failures = new PluginFailures();
    private final PluginLookup named;
    private final List<AnchorAppraiser> appraisers;
    private final List<RetrievalAppraiser> retrievals;
    private final Path directory;
    private final VectorFiles files;
    private final Request request;
    private final Expression similarity;
    private final List<Expression> metrics;
    private final List<Expression> aligners;
    private final List<Expression> transforms;
    private final List<Gate> gates;

    /**
     * Makes a comparison. It checks that all named plugins exist; no file is read yet.
     *
     * @param appraisers measure anchors
     * @param retrievals measure retrieval; the first one is used
     * @param files opens the files
     * @throws InvalidInputException when a plugin is unknown or a gate names none of them
     */
    public Comparer(
            Registry registry,
            List<AnchorAppraiser> appraisers,
            List<RetrievalAppraiser> retrievals,
            VectorFiles files,
            Request request) {
        this.registry = registry;
        this.named = new PluginLookup(registry, failures);
        this.appraisers = List.copyOf(appraisers);
        this.retrievals = List.copyOf(retrievals);
        this.directory = files.directory();
        this.files = files;
        this.request = request;
        this.similarity = named.similarity(request.similarity());
        this.metrics = named.metrics(request.metrics());
        this.aligners = named.aligners(request.aligners());
        this.transforms = NamedTransforms.known(registry, request.transforms());
        this.gates = request.gates().stream().map(this::gate).toList();
    }

    private Gate gate(String written) {
        List<String> measured =
                Stream.concat(
                                metrics.stream().map(Expression::toString),
                                Stream.of(RetrievalReport.RECALL))
                        .toList();
        List<String> views =
                Stream.concat(
                                Stream.of(
                                        Representations.ABSOLUTE,
                                        Representations.RELATIVE,
                                        "source",
                                        "target",
                                        "relative-source",
                                        "relative-target",
                                        SearchMode.STAYING.view(""),
                                        SearchMode.NO_MAP.view("")),
                                aligners.stream().map(Expression::toString))
                        .toList();
        return Gate.parse(
                written,
                new Gate.Names() {
                    @Override
                    public Optional<String> metric(String name) {
                        return name.equals(RetrievalReport.RECALL)
                                ? Optional.of(name)
                                : named.known(Kind.METRIC, Metric.class, name)
                                        .filter(measured::contains);
                    }

                    @Override
                    public Optional<String> view(String name) {
                        if (name.startsWith(BACK)) {
                            return view(name.substring(BACK.length())).map(BACK::concat);
                        }
                        return Optional.of(name)
                                .filter(views::contains)
                                .or(
                                        () ->
                                                named.known(Kind.ALIGNER, Aligner.class, name)
                                                        .filter(views::contains));
                    }

                    @Override
                    public String choice() {
                        return "metrics are %s; before a metric may stand %s"
                                .formatted(String.join(", ", measured), String.join(", ", views));
                    }
                });
    }

    /** The vectors that were read. */
    @SuppressWarnings("ArrayRecordComponent") // what was read of two files, never compared
    private record Read(
            Pairing pairing,
            HoldoutSplit parting,
            Spaces spaces,
            Space source,
            Space target,
            int[] anchors) {}

    /**
     * Compares.
     *
     * @param seed the seed of everything random; the report shows it
     */
    public SpaceComparison compare(long seed, Run run) {
        Read read = read(run.part("reading", READING));
        TimeShares effort =
                TimeShares.of(read.spaces(), weights(), metrics.size(), request.bootstrap());
        SpaceDiagnostics source =
                SpaceDiagnostics.of(read.source().latents(), run.part("health", 0));
        SpaceDiagnostics target =
                SpaceDiagnostics.of(read.target().latents(), run.part("health", 0));
        source.requireSpread(request.source());
        target.requireSpread(request.target());
        SpaceComparison.Sizes sizes =
                new SpaceComparison.Sizes(
                        read.parting().training().length,
                        read.parting().trainingOf(),
                        read.parting().heldOut().length,
                        read.parting().heldOutOf());
        Representations forms = new Representations(named, read.spaces(), failures);
        NotesRun learning = NotesRun.of(run.part("learning", effort.learning()));
        Optional<AnchorsReport> anchors = learn(forms, read, effort, learning);
        RetrievalReport retrieval =
                Retrieval.of(
                        forms,
                        retrievals,
                        request.bootstrap(),
                        run.part("retrieval", effort.retrieval()));
        List<MetricReport> reports =
                measure(
                        forms,
                        sizes.heldOut(),
                        effort.once(),
                        run.part("measuring", effort.measuring()));
        List<MetricReport> gated =
                Stream.concat(reports.stream(), Stream.of(retrieval.metric())).toList();
        Warnings warnings = new Warnings();
        warnings.space(request.sourceName(), source);
        warnings.space(request.targetName(), target);
        warnings.parts(sizes, source.width(), target.width());
        warnings.anchors(anchors, source.width(), target.width());
        warnings.notes(learning.list());
        warnings.retrieval(retrieval);
        Map<String, String> unready = new TreeMap<>();
        if (request.metrics().isEmpty()) {
            unready.putAll(named.unready(Kind.METRIC));
        }
        if (request.aligners().isEmpty()) {
            unready.putAll(named.unready(Kind.ALIGNER));
        }
        return new SpaceComparison(
                request,
                transforms,
                read.pairing().sentence(),
                read.pairing().size(),
                sizes,
                source,
                target,
                anchors,
                forms.aligners(),
                retrieval,
                reports,
                unready,
                gates.stream().map(gate -> gate.judge(gated)).toList(),
                warnings.list(),
                failures.list(),
                seed,
                Verdict.of(retrieval));
    }

    private Read read(Run run) {
        try (VectorFile from = files.open(request.source(), run);
                VectorFile to = files.open(request.target(), run)) {
            Rows.requireVectors(from, request.source());
            Rows.requireVectors(to, request.target());
            Pairing pairing =
                    KeyChoice.pair(
                            request.keys(),
                            from,
                            request.source(),
                            to,
                            request.target(),
                            files,
                            run);
            int[] anchors = anchorRows(from.rows(), pairing, run);
            HoldoutSplit parting =
                    HoldoutSplit.of(
                            pairing.size(), request.holdout(), request.most(), anchors, run.seed());
            int[] rows =
                    IntStream.concat(
                                    IntStream.of(parting.training()),
                                    IntStream.of(parting.heldOut()))
                            .sorted()
                            .toArray();
            int[] ours = IntStream.of(rows).map(row -> pairing.source()[row]).toArray();
            int[] theirs = IntStream.of(rows).map(row -> pairing.target()[row]).toArray();
            Optional<Labels> labels =
                    request.labels()
                            .map(file -> LabelFile.read(file, from.rows(), files, run))
                            .map(all -> all.select(ours));
            Matrix source = Rows.some(from, request.source(), ours, run.part("source", 0.5));
            Matrix target = Rows.some(to, request.target(), theirs, run.part("target", 0.5));
            Space one = Space.of(request.sourceName(), source);
            Space other = Space.of(request.targetName(), target);
            Spaces spaces = Spaces.of(one, other, rows, parting, labels);
            Space preparedOne = prepared(one, spaces.trainingSource(), run);
            Space preparedOther = prepared(other, spaces.trainingTarget(), run);
            return new Read(
                    pairing,
                    parting,
                    transforms.isEmpty()
                            ? spaces
                            : Spaces.of(preparedOne, preparedOther, rows, parting, labels),
                    preparedOne,
                    preparedOther,
                    anchors);
        }
    }

    /** Returns a space after the transforms, which learn from its training part alone. */
    private Space prepared(Space space, Space training, Run run) {
        if (transforms.isEmpty()) {
            return space;
        }
        Run part = run.part("transforms of " + space.name(), 0);
        return NamedTransforms.fit(registry, transforms, training, part).chain().apply(space);
    }

    /** Returns the places of the anchors that a file lists; empty if a selector chooses them. */
    private int[] anchorRows(long rows, Pairing pairing, Run run) {
        if (request.anchors().isEmpty()) {
            return new int[0];
        }
        String written = request.anchors().get();
        AnchorChoice choice = new AnchorChoice(written, directory);
        if (!choice.file(registry)) {
            return new int[0];
        }
        return pairing.places(choice.listed(files, rows, request.source(), run), request.source());
    }

    private Optional<AnchorsReport> learn(
            Representations forms, Read read, TimeShares effort, Run run) {
        Optional<AnchorsReport> report = relative(forms, read, run.part("relative", RELATIVE));
        for (int i = 0; i < aligners.size(); i++) {
            Expression aligner = aligners.get(i);
            if (unasked(aligner)) {
                forms.withoutAligner(
                        aligner.toString(),
                        "it is trained, which may take minutes; aligner=%s does it"
                                .formatted(aligner.pasteable()));
            } else {
                Run part = run.part(aligner.toString(), (1 - RELATIVE) * effort.aligners()[i]);
                forms.align(aligner, part);
                part.step(1, 1);
            }
        }
        return report;
    }

    /** Returns whether an aligner is left out: it trains, and the user did not name it. */
    private boolean unasked(Expression aligner) {
        return request.aligners().isEmpty() && trains(aligner);
    }

    private boolean trains(Expression aligner) {
        try {
            return named.use(
                    Kind.ALIGNER,
                    Aligner.class,
                    aligner,
                    configured -> configured.plugin().trains());
        } catch (PluginFailureException broken) {
            failures.add(broken);
            return false;
        }
    }

    /** Returns how each aligner is fitted, for the estimate of effort. */
    private List<TimeShares.Fit> weights() {
        return aligners.stream()
                .map(
                        aligner ->
                                unasked(aligner)
                                        ? TimeShares.Fit.NONE
                                        : trains(aligner)
                                                ? TimeShares.Fit.TRAINED
                                                : TimeShares.Fit.SOLVED)
                .toList();
    }

    private Optional<AnchorsReport> relative(Representations forms, Read read, Run run) {
        Space training = read.spaces().trainingSource();
        String chosen =
                request.anchors()
                        .orElseGet(
                                () ->
                                        "random(count=%d)"
                                                .formatted(
                                                        Math.min(USUAL_ANCHORS, training.size())));
        Anchors anchors;
        if (read.anchors().length > 0) {
            int[] rows = read.parting().training();
            anchors =
                    Anchors.ofRows(
                            Arrays.stream(read.anchors())
                                    .map(row -> Arrays.binarySearch(rows, row))
                                    .toArray());
        } else {
            try {
                anchors = new AnchorChoice(chosen, directory).select(registry, training, run);
            } catch (InvalidInputException refused) {
                if (request.anchors().isPresent()) {
                    throw refused;
                }
                forms.withoutRelative(refused.getMessage());
                return Optional.empty();
            } catch (PluginFailureException broken) {
                forms.withoutRelative(failures.add(broken));
                return Optional.empty();
            }
        }
        return Optional.of(forms.relative(similarity, anchors, chosen, appraisers, run));
    }

    private List<MetricReport> measure(Representations forms, int n, double once, Run run) {
        return named.useAll(
                Kind.METRIC,
                Metric.class,
                metrics,
                plugins -> measure(plugins, forms, n, once, run));
    }

    private List<MetricReport> measure(
            List<Configured<Metric>> plugins, Representations forms, int n, double once, Run run) {
        SampledRows pairs = SampledRows.of(forms.pairs(), n, run.seed());
        SampledRows singles = SampledRows.of(forms.singles(), n, run.seed());
        List<MetricEvaluation> found = new ArrayList<>();
        for (Configured<Metric> plugin : plugins) {
            String name = plugin.expression().toString();
            Run part = run.part(name, once / plugins.size());
            found.add(
                    new MetricEvaluator(plugin.plugin(), name, request.bootstrap(), failures)
                            .measure(
                                    plugin.plugin() instanceof PairMetric ? pairs : singles, part));
            part.step(1, 1);
        }
        Map<MetricEvaluation, Replicates> subsamples =
                Subsamples.of(found, run.part("intervals", 1 - once));
        return found.stream()
                .map(
                        metric ->
                                metric.report(
                                        Optional.ofNullable(subsamples.get(metric))
                                                .or(metric::bootstrap),
                                        forms.simplicity()))
                .toList();
    }
}
