package relrep.models.training;

import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.regularization.Regularization;

import java.util.Collection;
import java.util.List;

/**
 * The DL4J configuration of {@link StackLayer}. It is small, since {@link Adam} makes the steps.
 */
final class StackConfiguration extends org.deeplearning4j.nn.conf.layers.Layer {
    static final String PARAMETERS = "parameters";

    private static final long serialVersionUID = 1L;

    StackConfiguration() {
        layerName = "stack";
    }

    /** Returns DL4J's configuration of a network of this one layer. */
    NeuralNetConfiguration network() {
        return new NeuralNetConfiguration.Builder().miniBatch(false).layer(this).build();
    }

    @Override
    public IUpdater getUpdaterByParam(String name) {
        throw standsAlone();
    }

    @Override
    public List<Regularization> getRegularizationByParam(String name) {
        return List.of();
    }

    @Override
    public GradientNormalization getGradientNormalization() {
        return GradientNormalization.None;
    }

    @Override
    public double getGradientNormalizationThreshold() {
        return 0;
    }

    @Override
    public boolean isPretrainParam(String name) {
        return false;
    }

    @Override
    public org.deeplearning4j.nn.api.Layer instantiate(
            NeuralNetConfiguration configuration,
            Collection<TrainingListener> listeners,
            int index,
            INDArray parameters,
            boolean initialize,
            DataType type) {
        throw standsAlone();
    }

    @Override
    public ParamInitializer initializer() {
        throw standsAlone();
    }

    @Override
    public InputType getOutputType(int index, InputType input) {
        throw standsAlone();
    }

    @Override
    public void setNIn(InputType input, boolean override) {
        throw standsAlone();
    }

    @Override
    public InputPreProcessor getPreProcessorForInputType(InputType input) {
        throw standsAlone();
    }

    @Override
    public LayerMemoryReport getMemoryReport(InputType input) {
        throw standsAlone();
    }

    private static UnsupportedOperationException standsAlone() {
        return new UnsupportedOperationException("a stack is trained alone, by DL4J's solver");
    }
}
