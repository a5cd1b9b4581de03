package relrep.cli.command;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import relrep.api.alignment.Aligner;
import relrep.api.alignment.Alignment;
import relrep.api.alignment.AlignmentProblem;
import relrep.api.alignment.AlignmentState;
import relrep.api.data.Anchors;
import relrep.api.data.Matrix;
import relrep.api.data.Space;
import relrep.api.file.VectorFile;
import relrep.api.file.VectorFile.Content;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.vectors.compare.NotesRun;
import relrep.vectors.file.AnchorChoice;
import relrep.vectors.file.Fingerprint;
import relrep.vectors.file.KeyChoice;
import relrep.vectors.file.LabelFile;
import relrep.vectors.file.MapFile;
import relrep.vectors.file.Pairing;
import relrep.vectors.file.Rows;
import relrep.vectors.file.RowsInMemory;
import relrep.vectors.file.VectorFiles;
import relrep.workbench.contract.CollapsedImage;
import relrep.workbench.plugins.Configured;
import relrep.workbench.plugins.Expression;
import relrep.workbench.plugins.Kind;
import relrep.workbench.plugins.PluginOrigin;
import relrep.workbench.progress.Progress;
import relrep.workbench.terminal.Quantity;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Fits a map from one space to another. */
@picocli.CommandLine.Command(
        name = "align",
        sortOptions = false,
        header = "Fits a map from the vectors of one file to those of another.",
        description = {
            "Rows correspond by their order, or by key with --keys. The map is kept as"
                    + " .safetensors; 'relrep apply' uses it."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  relrep align --source x.npy --target y.npy --aligner rigid --out map.safetensors",
            "  relrep align --source old.vec --target new.vec --keys own --aligner ridge:lambda=2"
                    + " --out map.safetensors"
        })
final class AlignCommand implements Command {
    private final Workbench workbench;
    private final Console console;

    @Option(
            names = "--source",
            required = true,
            paramLabel = "FILE",
            description = "The vectors to map.")
    private String source;

    @Option(
            names = "--target",
            required = true,
            paramLabel = "FILE",
            description = "The vectors to map them to.")
    private String target;

    @Option(
            names = "--aligner",
            required = true,
            paramLabel = "NAME",
            description = "How; 'relrep list aligners' shows all.")
    private String aligner;

    @Option(
            names = "--anchors",
            paramLabel = "FILE|SELECTOR",
            description =
                    "Fit on these alone: a list of numbers of rows of the source, from 0, or an"
                            + " anchor selector (random:count=300).")
    private String anchors;

    @Mixin private KeyOption keys;

    @Option(
            names = "--labels",
            paramLabel = "FILE",
            description = "The class of each row of the source, for aligners that need classes.")
    private String labels;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "Where the map goes, map.safetensors; a file that is there is replaced.")
    private String out;

    @Mixin private FileOptions options;
    @Mixin private CommonOptions common;

    AlignCommand(Workbench workbench, Console console) {
        this.workbench = workbench;
        this.console = console;
    }

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public Answer call() throws IOException {
        if (!out.endsWith(".safetensors")) {
            throw new InvalidInputException(
                    "--out of a map must end with .safetensors, not '%s'".formatted(out));
        }
        Path file = console.directory().resolve(out);
        MapFile.requirePlace(file);
        Expression expression = Expression.parse(aligner);
        workbench.registry().require(Kind.ALIGNER, expression.name());
        try (Progress progress = options.progress("align", console, common)) {
            VectorFiles files = options.files(workbench.registry(), console);
            Fitted fitted =
                    workbench
                            .registry()
                            .configured(
                                    Kind.ALIGNER,
                                    Aligner.class,
                                    expression,
                                    aligner -> fitted(aligner, files, progress.run()));
            MapFile map = fitted.map();
            Pairs pairs = fitted.pairs();
            map.write(file);
            Answer answer =
                    new FilePage(
                            "%s: %s from %d to %s, fitted on %s; %s"
                                    .formatted(
                                            out,
                                            map.aligner(),
                                            pairs.problem().source().width(),
                                            Quantity.of(
                                                    pairs.problem().target().width(), "coordinate"),
                                            Quantity.of(pairs.problem().anchors().size(), "anchor"),
                                            pairs.pairing().sentence()),
                            fitted.told());
            return options.noted(answer, progress, common);
        }
    }

    /** What is to be aligned, and how its rows were matched. */
    private record Pairs(AlignmentProblem problem, Pairing pairing) {}

    /** A map, what it was fitted to, and what is told of it. */
    private record Fitted(MapFile map, Pairs pairs, Map<String, Object> told) {}

    private Fitted fitted(Configured<Aligner> configured, VectorFiles files, Run run) {
        boolean alone = configured.plugin().readsAnchorsAlone();
        Pairs pairs = pairs(files, alone, run.part("reading", 0.3));
        Map<String, Object> told = new LinkedHashMap<>();
        return new Fitted(fit(configured, pairs, told, run.part("fit", 0.7)), pairs, told);
    }

    /**
     * Reads what is to be aligned.
     *
     * @param alone whether the anchors are enough, where a file names them
     */
    private Pairs pairs(VectorFiles files, boolean alone, Run run) {
        try (VectorFile from = files.open(source, run);
                VectorFile to = files.open(target, run)) {
            Rows.requireVectors(from, source);
            Rows.requireVectors(to, target);
            AnchorChoice choice = new AnchorChoice(anchors, console.directory());
            boolean listed = anchors != null && choice.file(workbench.registry());
            if (keys.choice().isEmpty() && !(listed && alone)) {
                requireRoom(from.rows(), from, to);
            }
            Pairing all = KeyChoice.pair(keys.choice(), from, source, to, target, files, run);
            int[] places = listed ? places(choice, from.rows(), all, files, run) : new int[0];
            Pairing pairing = listed && alone ? all.at(places) : all;
            requireRoom(pairing.size(), from, to);
            Matrix ours = Rows.some(from, source, pairing.source(), run.part("source", 0.5));
            Matrix theirs = Rows.some(to, target, pairing.target(), run.part("target", 0.5));
            Space sourceSpace = space(source, ours, from.rows(), pairing.source(), files, run);
            Space targetSpace = space(target, theirs, from.rows(), pairing.source(), files, run);
            Anchors chosen =
                    anchors == null || listed && alone
                            ? Anchors.all(pairing.size())
                            : listed
                                    ? Anchors.ofRows(places)
                                    : choice.select(
                                            workbench.registry(),
                                            sourceSpace,
                                            run.part("anchors", 0));
            return new Pairs(new AlignmentProblem(sourceSpace, targetSpace, chosen), all);
        }
    }

    private static void requireRoom(long rows, VectorFile from, VectorFile to) {
        RowsInMemory.require("align", rows, from.width(), to.width());
    }

    private Space space(
            String name, Matrix latents, long rows, int[] numbers, VectorFiles files, Run run) {
        return labels == null
                ? Space.of(name, latents)
                : Space.of(name, latents, LabelFile.read(labels, rows, files, run).select(numbers));
    }

    /** Returns the places among the pairs of the rows that a file lists. */
    private int[] places(
            AnchorChoice choice, long rows, Pairing pairing, VectorFiles files, Run run) {
        try (VectorFile file = files.open(anchors, run)) {
            if (file.content() != Content.INTEGERS) {
                throw new InvalidInputException(
                        "--anchors of align must be a list of numbers of rows (integers of 1 dimension), and %s is none"
                                .formatted(anchors));
            }
            return pairing.places(choice.rows(file, rows, source), source);
        }
    }

    private MapFile fit(
            Configured<Aligner> configured, Pairs pairs, Map<String, Object> told, Run run) {
        AlignmentProblem problem = pairs.problem();
        NotesRun noted = NotesRun.of(run);
        Alignment alignment = configured.plugin().fit(problem, noted);
        AlignmentState state =
                alignment
                        .state()
                        .orElseThrow(
                                () ->
                                        new InvalidInputException(
                                                "the map of %s cannot be kept in a file: its aligner does not say what it consists of"
                                                        .formatted(configured.expression())));
        Map<String, Object> known = new LinkedHashMap<>();
        known.put("source-width", problem.source().width());
        known.put("target-width", problem.target().width());
        known.put("anchors", problem.anchors().size());
        known.put("anchors.sha256", Fingerprint.of(problem.sourcePoints(), problem.targetPoints()));
        known.put("matched", pairs.pairing().sentence());
        known.put("seed", options.seed());
        known.put("relrep", workbench.version());
        if (!options.strangers().isEmpty()) {
            known.put(
                    "plugins",
                    options.strangers().stream()
                            .map(PluginOrigin::line)
                            .collect(Collectors.joining(", ")));
        }
        told.put("out", out);
        told.put("aligner", configured.expression().toString());
        told.put("rows", pairs.pairing().size());
        told.putAll(known);
        told.put("diagnostics", alignment.diagnostics());
        List<String> warnings = new ArrayList<>();
        if (problem.anchors().size() < problem.source().width()) {
            warnings.add(
                    "%s fewer than the %s: many maps fit as well"
                            .formatted(
                                    Quantity.are(problem.anchors().size(), "anchor"),
                                    Quantity.of(problem.source().width(), "coordinate")));
        }
        warnings.addAll(noted.list());
        Matrix fitted = problem.sourcePoints();
        CollapsedImage.sentence(source, fitted, aligner, alignment.apply(fitted))
                .ifPresent(warnings::add);
        if (!warnings.isEmpty()) {
            told.put("warning", String.join("; ", warnings));
        }
        Map<String, String> facts = new LinkedHashMap<>();
        known.forEach((name, value) -> facts.put(name, value.toString()));
        return new MapFile(configured.expression(), state, facts);
    }
}
