package relrep.models.dl4j;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import relrep.api.model.Encoder;
import relrep.api.plugin.Plugin;
import relrep.api.plugin.Tunable;
import relrep.api.run.InvalidInputException;
import relrep.nd4j.Nd4jEngine;

import java.nio.file.Path;

/** The encoder {@code dl4j}: a layer of a network that DL4J saved. */
@Component(service = Encoder.class)
@Plugin(
        name = "dl4j",
        description = "a layer of a MultiLayerNetwork or ComputationGraph that DL4J saved",
        source = "Deeplearning4j 1.0.0-M2.1, ModelSerializer")
public final class Dl4jEncoder extends LayerEncoder implements Tunable<Encoder, LayerOptions> {
    private final Nd4jEngine engine;

    /** Makes the encoder without a file; {@link #with} names one. */
    @Activate
    public Dl4jEncoder(@Reference Nd4jEngine engine) {
        this(engine, LayerOptions.DEFAULT);
    }

    private Dl4jEncoder(Nd4jEngine engine, LayerOptions options) {
        super(options);
        this.engine = engine;
    }

    @Override
    public Dl4jEncoder with(LayerOptions other) {
        return new Dl4jEncoder(engine, other);
    }

    @Override
    NetworkFile open(Path file) {
        return new SavedNetwork(file);
    }

    @Override
    InvalidInputException noFile() {
        return InvalidInputException.of(
                "model", "must be a file of DL4J's, and none is given: dl4j(model=FILE)");
    }
}
