package relrep.cli.command;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import relrep.api.data.Matrix;
import relrep.api.data.Space;
import relrep.api.file.VectorFile;
import relrep.api.file.VectorFile.Content;
import relrep.api.file.VectorWriter;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.similarity.Similarity;
import relrep.vectors.file.AnchorChoice;
import relrep.vectors.file.BlockwiseTransform;
import relrep.vectors.file.Calibration;
import relrep.vectors.file.OneVector;
import relrep.vectors.file.Rows;
import relrep.vectors.file.VectorFiles;
import relrep.workbench.plugins.Configured;
import relrep.workbench.plugins.Expression;
import relrep.workbench.plugins.Kind;
import relrep.workbench.progress.Progress;
import relrep.workbench.terminal.Quantity;

import java.util.LinkedHashMap;
import java.util.Map;

/** Expresses vectors by their similarity to anchors. */
@picocli.CommandLine.Command(
        name = "project",
        sortOptions = false,
        header = "Expresses vectors relative to anchors: a file with a column for each anchor.",
        description = {
            "Files are .npy, .npz (file.npz#name), .csv, .tsv, GloVe, word2vec and fastText, packed"
                    + " with gzip or not; --out ends with .npy, .npz, .csv or .tsv. The points may"
                    + " be more than memory holds."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  relrep project --points x.npy --anchors a.npy --out r.npy",
            "  relrep project --points words.vec.gz --anchors random:count=300 --similarity"
                    + " robust-cosine --out r.csv"
        })
final class ProjectCommand implements Command {
    private final Workbench workbench;
    private final Console console;

    @Option(
            names = "--points",
            required = true,
            paramLabel = "FILE",
            description = "The vectors, a row each.")
    private String points;

    @Option(
            names = "--anchors",
            required = true,
            paramLabel = "FILE|SELECTOR",
            description =
                    "A table of vectors as wide, or a list of numbers of rows of the points, from"
                            + " 0; or an anchor selector (random:count=300).")
    private String anchors;

    @Option(
            names = "--similarity",
            paramLabel = "NAME",
            description = "cosine unless said otherwise; 'relrep list similarities' shows all.")
    private String similarity = "cosine";

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description =
                    "Where the result goes; its ending tells the format. A file that is there is"
                            + " replaced once the result is whole.")
    private String out;

    @Mixin private FileOptions options;
    @Mixin private CommonOptions common;

    ProjectCommand(Workbench workbench, Console console) {
        this.workbench = workbench;
        this.console = console;
    }

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public Answer call() {
        Expression expression = Expression.parse(similarity);
        workbench.registry().require(Kind.SIMILARITY, expression.name());
        VectorFiles files = options.files(workbench.registry(), console);
        files.requireWritable(out);
        try (Progress progress = options.progress("project", console, common);
                VectorFile opened = files.open(points, progress.run())) {
            VectorFile file = OneVector.of(opened, points, progress.run());
            Answer answer =
                    workbench
                            .registry()
                            .configured(
                                    Kind.SIMILARITY,
                                    Similarity.class,
                                    expression,
                                    configured -> project(configured, file, files, progress.run()));
            return options.noted(answer, progress, common);
        }
    }

    private Answer project(
            Configured<Similarity> configured, VectorFile file, VectorFiles files, Run run) {
        Matrix placed = anchors(file, files, run.part("anchors", 0.02));
        Calibration calibration =
                Calibration.of(
                        configured.plugin(), file, points, placed, run.part("calibration", 0.03));
        Similarity calibrated = calibration.similarity();
        int width = calibrated.columns(placed.rows());
        try (VectorWriter writer = files.create(out, file.rows(), width, file.keyed(), run)) {
            new BlockwiseTransform(block -> calibrated.compare(block, placed))
                    .of(file, writer, width, run.part("rows", 0.95));
            writer.commit();
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("out", out);
        facts.put("rows", file.rows());
        facts.put("width", width);
        facts.put("anchors", placed.rows());
        facts.put("from-width", file.width());
        facts.put("similarity", configured.expression().toString());
        calibration.rows().ifPresent(rows -> facts.put("calibrated-on-rows", rows));
        return new FilePage(
                "%s: %d × %d, the similarity of %s to %s"
                        .formatted(
                                out,
                                file.rows(),
                                width,
                                Quantity.of(file.rows(), "point"),
                                Quantity.of(placed.rows(), "anchor")),
                facts);
    }

    private Matrix anchors(VectorFile file, VectorFiles files, Run run) {
        AnchorChoice choice = new AnchorChoice(anchors, console.directory());
        if (!choice.file(workbench.registry())) {
            Matrix all = Rows.all(file, points, run);
            return choice.select(workbench.registry(), Space.of(points, all), run).place(all);
        }
        try (VectorFile chosen = files.open(anchors, run)) {
            if (chosen.content() == Content.INTEGERS) {
                int[] rows = choice.rows(chosen, file.rows(), points);
                return Rows.some(file, points, rows, run);
            }
            Rows.requireVectors(chosen, anchors);
            if (chosen.width() != file.width() || chosen.rows() == 0) {
                throw new InvalidInputException(
                        "--anchors must be vectors as wide as the points, %d, and at least 1, not %d × %d as in %s"
                                .formatted(file.width(), chosen.rows(), chosen.width(), anchors));
            }
            return Rows.all(chosen, anchors, run);
        }
    }
}
