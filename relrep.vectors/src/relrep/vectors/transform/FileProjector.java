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
import relrep.vectors.prepare.NamedTransforms;
import relrep.workbench.plugins.Configured;
import relrep.workbench.plugins.Expression;
import relrep.workbench.plugins.Kind;
import relrep.workbench.plugins.Registry;

import java.util.List;
import java.util.function.UnaryOperator;

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
        List<Expression> transforms = NamedTransforms.known(registry, request.transforms());
        files.requireWritable(request.out());
        try (VectorFile opened = files.open(request.points(), run)) {
            VectorFile file = OneVector.of(opened, request.points(), run);
            return registry.configured(
                    Kind.SIMILARITY,
                    Similarity.class,
                    expression,
                    configured -> project(configured, transforms, request, file, run));
        }
    }

    private ProjectedFile project(
            Configured<Similarity> configured,
            List<Expression> transforms,
            ProjectRequest request,
            VectorFile file,
            Run run) {
        NamedTransforms prepared = prepared(transforms, request, file, run);
        UnaryOperator<Matrix> prepare = prepared.chain()::apply;
        Matrix anchors = anchors(request, prepare, file, run.part("anchors", 0.02));
        Calibration calibration =
                Calibration.of(
                        configured.plugin(),
                        file,
                        request.points(),
                        prepare,
                        anchors,
                        run.part("calibration", 0.03));
        Similarity calibrated = calibration.similarity();
        int width = calibrated.columns(anchors.rows());
        try (VectorWriter writer =
                files.create(request.out(), file.rows(), width, file.keyed(), run)) {
            new BlockwiseTransform(block -> calibrated.compare(prepare.apply(block), anchors))
                    .of(file, writer, width, run.part("rows", 0.95));
            writer.commit();
        }
        return new ProjectedFile(
                configured.expression(),
                prepared.names(),
                file.rows(),
                width,
                anchors.rows(),
                file.width(),
                calibration.rows());
    }

    /**
     * Fits the transforms on the points. A single point teaches nothing, so they are then fitted on
     * the anchors, if these are vectors.
     */
    private NamedTransforms prepared(
            List<Expression> transforms, ProjectRequest request, VectorFile file, Run run) {
        String name = request.points();
        if (transforms.isEmpty()) {
            return NamedTransforms.fit(
                    registry, transforms, Space.of(name, Matrix.of(0, file.width())), run);
        }
        Run part = run.part("transforms", 0);
        if (file.rows() < 2
                && new AnchorChoice(request.anchors(), files.directory()).file(registry)) {
            try (VectorFile chosen = files.open(request.anchors(), run)) {
                if (chosen.content() == Content.VECTORS) {
                    Matrix anchors = table(request, chosen, file, part);
                    part.note("the transforms are fitted on the anchors, since there is one point");
                    return NamedTransforms.fit(
                            registry, transforms, Space.of(request.anchors(), anchors), part);
                }
            }
        }
        Matrix batch = Calibration.batch(file, name, part);
        return NamedTransforms.fit(registry, transforms, Space.of(name, batch), part);
    }

    private Matrix anchors(
            ProjectRequest request, UnaryOperator<Matrix> prepare, VectorFile file, Run run) {
        String points = request.points();
        AnchorChoice choice = new AnchorChoice(request.anchors(), files.directory());
        if (!choice.file(registry)) {
            Matrix all = prepare.apply(Rows.all(file, points, run));
            return choice.select(registry, Space.of(points, all), run).place(all);
        }
        try (VectorFile chosen = files.open(request.anchors(), run)) {
            return prepare.apply(
                    chosen.content() == Content.INTEGERS
                            ? Rows.some(file, points, choice.rows(chosen, file.rows(), points), run)
                            : table(request, chosen, file, run));
        }
    }

    /** Returns anchors that are vectors. */
    private static Matrix table(
            ProjectRequest request, VectorFile chosen, VectorFile file, Run run) {
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
