package relrep.models.training;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.AbstractLayer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

import java.util.Map;
import java.util.function.DoubleSupplier;

/**
 * A whole stack of our layers as one layer of DL4J. DL4J's solver asks it for gradients and score,
 * passes them to the updater and makes the step. One DL4J layer for each of our layers would cost
 * more than the arithmetic of a small network.
 */
final class StackLayer extends AbstractLayer<StackConfiguration> {
    private static final long serialVersionUID = 1L;

    private final INDArray parameters;
    private final INDArray gradients;
    private final transient DoubleSupplier batch;
    private final transient Gradient whole;
    private double score;

    /**
     * Makes the layer.
     *
     * @param parameters {@code 1 × n}
     * @param gradients {@code 1 × n}
     * @param batch computes the gradients of the next batch and returns its loss
     */
    StackLayer(
            NeuralNetConfiguration configuration,
            INDArray parameters,
            INDArray gradients,
            DoubleSupplier batch) {
        super(configuration, DataType.FLOAT);
        this.parameters = parameters;
        this.gradients = gradients;
        this.batch = batch;
        whole = new Whole(gradients);
    }

    /** All gradients in one view, which is not made again at each step. */
    private static final class Whole extends DefaultGradient {
        private static final long serialVersionUID = 1L;

        private final INDArray gradients;

        Whole(INDArray gradients) {
            super(gradients);
            this.gradients = gradients;
        }

        @Override
        public INDArray gradient() {
            return gradients;
        }
    }

    @Override
    public void computeGradientAndScore(LayerWorkspaceMgr workspaces) {
        score = batch.getAsDouble();
    }

    @Override
    public Pair<Gradient, Double> gradientAndScore() {
        return new Pair<>(gradient(), score);
    }

    @Override
    public Gradient gradient() {
        return whole;
    }

    @Override
    public double score() {
        return score;
    }

    @Override
    public INDArray params() {
        return parameters;
    }

    @Override
    public long numParams() {
        return parameters.length();
    }

    @Override
    public INDArray getGradientsViewArray() {
        return gradients;
    }

    /** Does nothing: the solver has changed the parameters in place. */
    @Override
    public void setParams(INDArray params) {}

    @Override
    public Map<String, INDArray> paramTable(boolean backpropParamsOnly) {
        return Map.of(StackConfiguration.PARAMETERS, parameters);
    }

    @Override
    public INDArray getParam(String name) {
        return parameters;
    }

    /** Returns false: the loss is already a mean. */
    @Override
    public boolean updaterDivideByMinibatch(String name) {
        return false;
    }

    @Override
    public int batchSize() {
        return 1;
    }

    @Override
    public boolean isPretrainLayer() {
        return false;
    }

    @Override
    public void clearNoiseWeightParams() {}

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        throw solverOnly();
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr manager) {
        throw solverOnly();
    }

    private static UnsupportedOperationException solverOnly() {
        return new UnsupportedOperationException("a stack is trained alone, by DL4J's solver");
    }
}
