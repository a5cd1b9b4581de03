package org.example.gaussian;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import relrep.api.data.Matrix;
import relrep.api.plugin.Invariance;
import relrep.api.plugin.Option;
import relrep.api.plugin.Plugin;
import relrep.api.plugin.Tunable;
import relrep.api.run.InvalidInputException;
import relrep.api.similarity.Similarity;
import relrep.nd4j.Bridge;
import relrep.nd4j.Nd4jEngine;

import java.util.Set;

/** The Gaussian of the distance, exp(-d² / 2σ²), computed by ND4J. */
@Component(service = Similarity.class)
@Plugin(
        name = "gaussian",
        description = "Gaussian of the Euclidean distance, 0 to 1; larger is more alike",
        source = "Schölkopf & Smola, Learning with Kernels, 2002")
public final class Gaussian implements Similarity, Tunable<Similarity, Gaussian.Options> {
    private final Nd4jEngine engine;
    private final Options options;

    /**
     * The options.
     *
     * @param sigma the distance at which the similarity is exp(-1/2)
     */
    public record Options(
            @Option(
                            value = "distance at which the similarity is 0.61",
                            min = 1e-6,
                            max = 1e6)
                    double sigma) {}

    /** Makes the plugin; the engine has prepared ND4J. */
    @Activate
    public Gaussian(@Reference Nd4jEngine engine) {
        this(engine, new Options(1));
    }

    private Gaussian(Nd4jEngine engine, Options options) {
        this.engine = engine;
        this.options = options;
    }

    @Override
    public Options options() {
        return options;
    }

    @Override
    public Gaussian with(Options other) {
        return new Gaussian(engine, other);
    }

    @Override
    public Matrix compare(Matrix points, Matrix anchors) {
        if (points.cols() != anchors.cols()) {
            throw new InvalidInputException(
                    "points and anchors must be equally wide, not %d and %d"
                            .formatted(points.cols(), anchors.cols()));
        }
        if (points.rows() == 0 || anchors.rows() == 0) {
            return Matrix.of(points.rows(), anchors.rows());
        }
        // The same memory as the matrices, where they are off-heap: to be read only.
        INDArray all = Bridge.array(points);
        INDArray centres = Bridge.array(anchors);
        INDArray found = Nd4j.create(DataType.FLOAT, points.rows(), anchors.rows());
        for (int j = 0; j < anchors.rows(); j++) {
            INDArray scaled = all.subRowVector(centres.getRow(j)).divi(options.sigma());
            INDArray halves = scaled.muli(scaled).sum(1).muli(-0.5);
            found.putColumn(j, Transforms.exp(halves, false));
        }
        return Bridge.matrix(found);
    }

    @Override
    public Set<Invariance> invariances() {
        return Set.of(Invariance.PERMUTATION, Invariance.ORTHOGONAL, Invariance.TRANSLATION);
    }
}
