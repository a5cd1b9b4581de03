package relrep.vectors.transform;

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
import relrep.workbench.plugins.Registry;

/**
 * Computes the relative representation of a file: the similarities of its vectors to anchors. The
 * points may be larger than memory.
 */
public final class FileProjector {
    private final Registry registry;
    private final VectorFiles files;

    /**
     * Makes it.
     *
     * @param registry the similarities and anchor selectors
     * @param files opens the files
     */
    public FileProjector(Registry registry, VectorFiles files) {
        this.registry = registry;
        this.files = files;
    }

    /**
     * Compares all rows with the anchors and writes the similarities. The result appears complete
     * or not at all.
     *
     * @throws InvalidInputException when no format writes the result, a plugin is unknown, a file
     *     cannot be read, or the anchors and the points have different widths
     */
    public ProjectedFile project(ProjectRequest request, Run run) {
        Expression expression = Expression.parse(request.similarity());
        registry.require(Kind.SIMILARITY, expression.name());
        files.requireWritable(request.out());
        try (VectorFile opened = files.open(request.points(), run)) {
            VectorFile file = OneVector.of(opened, request.points(), run);
            return registry.configured(
                    Kind.SIMILARITY,
                    Similarity.class,
                    expression,
                    configured -> project(configured, request, file, run));
        }
    }

    private ProjectedFile project(
            Configured<Similarity> configured, ProjectRequest request, VectorFile file, Run run) {
        Matrix anchors = anchors(request, file, run.part("anchors", 0.02));
        Calibration calibration =
                Calibration.of(
                        configured.plugin(),
                        file,
                        request.points(),
                        anchors,
                        run.part("calibration", 0.03));
        Similarity calibrated = calibration.similarity();
        int width = calibrated.columns(anchors.rows());
        try (VectorWriter writer =
                files.create(request.out(), file.rows(), width, file.keyed(), run)) {
            new BlockwiseTransform(block -> calibrated.compare(block, anchors))
                    .of(file, writer, width, run.part("rows", 0.95));
            writer.commit();
        }
        return new ProjectedFile(
                configured.expression(),
                file.rows(),
                width,
                anchors.rows(),
                file.width(),
                calibration.rows());
    }

    private Matrix anchors(ProjectRequest request, VectorFile file, Run run) {
        String points = request.points();
        AnchorChoice choice = new AnchorChoice(request.anchors(), files.directory());
        if (!choice.file(registry)) {
            Matrix all = Rows.all(file, points, run);
            return choice.select(registry, Space.of(points, all), run).place(all);
        }
        try (VectorFile chosen = files.open(request.anchors(), run)) {
            if (chosen.content() == Content.INTEGERS) {
                return Rows.some(file, points, choice.rows(chosen, file.rows(), points), run);
            }
            Rows.requireVectors(chosen, request.anchors());
            if (chosen.width() != file.width() || chosen.rows() == 0) {
                throw InvalidInputException.of(
                        "anchors",
                        "must be vectors as wide as the points, %d, and at least 1, not %d × %d as in %s"
                                .formatted(
                                        file.width(),
                                        chosen.rows(),
                                        chosen.width(),
                                        request.anchors()));
            }
            return Rows.all(chosen, request.anchors(), run);
        }
    }
}
