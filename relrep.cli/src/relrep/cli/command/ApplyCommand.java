package relrep.cli.command;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import relrep.api.alignment.Alignment;
import relrep.api.data.Matrix;
import relrep.api.file.VectorFile;
import relrep.api.file.VectorWriter;
import relrep.api.run.InvalidInputException;
import relrep.vectors.file.BlockwiseTransform;
import relrep.vectors.file.MapFile;
import relrep.vectors.file.OneVector;
import relrep.vectors.file.VectorFiles;
import relrep.workbench.plugins.Kind;
import relrep.workbench.progress.Progress;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Maps vectors by a map that was fitted before. */
@picocli.CommandLine.Command(
        name = "apply",
        sortOptions = false,
        header = "Maps vectors by a map that 'relrep align' fitted.",
        description = "The points may be more than memory holds.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  relrep apply --map map.safetensors --points z.npy --out w.npy",
            "  relrep apply --map map.safetensors --inverse --points w.npy --out z.npy"
        })
final class ApplyCommand implements Command {
    /** From this condition on, a way back makes more of noise than of anything else. */
    private static final double STEEP = 1e3;

    private final Workbench workbench;
    private final Console console;

    @Option(
            names = "--map",
            required = true,
            paramLabel = "FILE",
            description = "The map, map.safetensors.")
    private String map;

    @Option(
            names = "--points",
            required = true,
            paramLabel = "FILE",
            description = "The vectors, a row each.")
    private String points;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description =
                    "Where the result goes; its ending tells the format. A file that is there is"
                            + " replaced once the result is whole.")
    private String out;

    @Option(names = "--inverse", description = "Map back, where the map has an inverse.")
    private boolean inverse;

    @Mixin private FileOptions options;
    @Mixin private CommonOptions common;

    ApplyCommand(Workbench workbench, Console console) {
        this.workbench = workbench;
        this.console = console;
    }

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public Answer call() {
        VectorFiles files = options.files(workbench.registry(), console);
        files.requireWritable(out);
        MapFile kept = MapFile.read(console.directory().resolve(map));
        workbench.registry().require(Kind.ALIGNER, kept.aligner().name());
        Alignment alignment = alignment(kept);
        try (Progress progress = options.progress("apply", console, common);
                VectorFile opened = files.open(points, progress.run())) {
            VectorFile file = OneVector.of(opened, points, progress.run());
            int width = width(alignment, file.width());
            try (VectorWriter writer =
                    files.create(out, file.rows(), width, file.keyed(), progress.run())) {
                new BlockwiseTransform(alignment::apply).of(file, writer, width, progress.run());
                writer.commit();
            }
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("out", out);
            facts.put("rows", file.rows());
            facts.put("width", width);
            facts.put("from-width", file.width());
            facts.put("aligner", kept.aligner().toString());
            facts.put("inverse", inverse);
            condition(alignment).ifPresent(sentence -> facts.put("warning", sentence));
            Answer answer =
                    new FilePage(
                            "%s: %d × %d, the %s of %s under %s"
                                    .formatted(
                                            out,
                                            file.rows(),
                                            width,
                                            inverse ? "origins" : "images",
                                            points,
                                            kept.aligner()),
                            facts);
            return options.noted(answer, progress, common);
        }
    }

    /** Says that a way back is too steep to be believed. */
    private Optional<String> condition(Alignment alignment) {
        return Optional.ofNullable(alignment.diagnostics().get("map-condition"))
                .filter(condition -> inverse && condition > STEEP)
                .map(
                        condition ->
                                ("the map is nearly singular, its condition number is %.3g: what"
                                                + " differs in the points, rounding and noise too,"
                                                + " comes back up to so many times as large")
                                        .formatted(condition));
    }

    /** Returns the width of images. */
    private int width(Alignment alignment, int from) {
        try {
            return alignment.apply(Matrix.of(0, from)).cols();
        } catch (InvalidInputException e) {
            throw new InvalidInputException(
                    "%s does not fit %s: %s".formatted(points, map, e.getMessage()), e);
        }
    }

    private Alignment alignment(MapFile kept) {
        Alignment there = kept.alignment(workbench.registry());
        return inverse
                ? there.inverse()
                        .orElseThrow(
                                () ->
                                        new InvalidInputException(
                                                "--inverse needs a map that has one, and the map of %s in %s has none"
                                                        .formatted(kept.aligner(), map)))
                : there;
    }
}
