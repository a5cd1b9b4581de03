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

/** The encoder {@code keras}: a layer of a Keras model in an HDF5 file. */
@Component(service = Encoder.class)
@Plugin(
        name = "keras",
        description = "a layer of a Keras model in an HDF5 file, computed by DL4J",
        source = "Keras 1 to 3, model.save; Deeplearning4j 1.0.0-M2.1, modelimport")
public final class KerasEncoder extends LayerEncoder implements Tunable<Encoder, LayerOptions> {
    private final Nd4jEngine engine;

    /** Makes the encoder without a file; {@link #with} names one. */
    @Activate
    public KerasEncoder(@Reference Nd4jEngine engine) {
        this(engine, LayerOptions.DEFAULT);
    }

    private KerasEncoder(Nd4jEngine engine, LayerOptions options) {
        super(options);
        this.engine = engine;
    }

    @Override
    public KerasEncoder with(LayerOptions other) {
        return new KerasEncoder(engine, other);
    }

    @Override
    NetworkFile open(Path file) {
        return new KerasFile(file);
    }

    @Override
    InvalidInputException noFile() {
        return InvalidInputException.of(
                "model", "must be a file of Keras', and none is given: keras(model=FILE)");
    }
}
