package relrep.models.network;

import relrep.api.data.Matrix;
import relrep.api.data.Shape;
import relrep.api.model.OutputRange;
import relrep.models.layer.Stack;
import relrep.models.training.Loss;
import relrep.models.training.MeanSquares;
import relrep.models.training.Regimen;

/**
 * The description of an architecture: its layers and its training. {@link NetworkTrainer} does the
 * rest.
 *
 * @param <O> the architecture's options
 */
public interface Blueprint<O extends Record> {
    /** Returns the options. */
    O options();

    /** Returns the same kind of blueprint for other options. */
    Blueprint<O> with(O options);

    /** Returns the settings of training. */
    Regimen regimen();

    /** Returns the range of a reconstruction's values. */
    OutputRange range();

    /**
     * Returns the layers from samples to latents.
     *
     * @throws relrep.api.run.InvalidInputException when it cannot take samples of this shape
     */
    Stack encoder(Shape samples, int width);

    /** Returns the layers from latents to samples. */
    Stack decoder(int width, Shape samples);

    /** Returns the loss of reconstructing these samples. */
    default Loss loss(Matrix targets) {
        return new MeanSquares(targets);
    }

    /** Returns the layers from latents to one score per class. */
    Stack classifier(int width, int classes);
}
