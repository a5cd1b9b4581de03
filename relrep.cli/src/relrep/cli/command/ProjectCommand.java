package relrep.cli.command;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import relrep.vectors.file.VectorFiles;
import relrep.vectors.prepare.NamedTransforms;
import relrep.vectors.transform.FileProjector;
import relrep.vectors.transform.ProjectRequest;
import relrep.vectors.transform.ProjectedFile;
import relrep.workbench.progress.Progress;
import relrep.workbench.terminal.Quantity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The command {@code project}: computes the similarities of vectors to anchors. */
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
            description = "The vectors, one per row.")
    private String points;

    @Option(
            names = "--anchors",
            required = true,
            paramLabel = "FILE|SELECTOR",
            description =
                    "A table of vectors as wide as the points, a list of row numbers of the points"
                            + " from 0, or an anchor selector (random:count=300).")
    private String anchors;

    @Option(
            names = "--similarity",
            paramLabel = "NAME",
            description =
                    "The similarity; cosine by default; 'relrep list similarities' shows all.")
    private String similarity = "cosine";

    @Option(
            names = "--transform",
            paramLabel = "NAME",
            description =
                    "What prepares points and anchors first (centre, l2, pca:width=32); repeatable,"
                            + " in this order. They are fitted on the points (on evenly spread ones"
                            + " where they are many), or on the anchors if there is one point.")
    private List<String> transforms = new ArrayList<>();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description =
                    "The file for the result; its ending chooses the format. An existing file is"
                            + " replaced when the result is complete.")
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
        VectorFiles files = options.files(workbench.registry(), console);
        try (Progress progress = options.progress("project", console, common)) {
            ProjectedFile projected =
                    new FileProjector(workbench.registry(), files)
                            .project(
                                    new ProjectRequest(
                                            points, anchors, similarity, transforms, out),
                                    progress.run());
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("out", out);
            facts.put("rows", projected.rows());
            facts.put("width", projected.width());
            facts.put("anchors", projected.anchors());
            facts.put("from-width", projected.fromWidth());
            facts.put("similarity", projected.similarity().toString());
            if (!projected.transforms().isEmpty()) {
                facts.put("transforms", NamedTransforms.text(projected.transforms()));
            }
            projected.calibratedOn().ifPresent(rows -> facts.put("calibrated-on-rows", rows));
            Answer answer =
                    new FilePage(
                            "%s: %d × %d, the similarity of %s to %s"
                                    .formatted(
                                            out,
                                            projected.rows(),
                                            projected.width(),
                                            Quantity.of(projected.rows(), "point"),
                                            Quantity.of(projected.anchors(), "anchor")),
                            facts);
            return options.noted(answer, progress, common);
        }
    }
}
