package relrep.onnx.model;

import relrep.api.data.Inputs;
import relrep.api.data.Matrix;

import java.util.List;

/** A model that is ready to encode. */
public interface LoadedModel {
    /** Returns the latents of samples, {@code n × d}. */
    Matrix encode(Inputs inputs);

    /** Returns sentences about samples that are not encoded whole. */
    default List<String> notes(Inputs inputs) {
        return List.of();
    }
}
