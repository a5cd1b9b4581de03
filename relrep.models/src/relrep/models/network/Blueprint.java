package relrep.models.network;

import relrep.api.data.Matrix;
import relrep.api.data.Shape;
import relrep.api.model.OutputRange;
import relrep.models.layer.Stack;
import relrep.models.training.Loss;
import relrep.models.training.MeanSquares;
import relrep.models.training.Regimen;

/**
 * How an architecture lays its layers out and trains them; {@link NetworkTrainer} does the rest.
 *
 * @param <O> the architecture's options
 */
public interface Blueprint<O extends Record> {
    /** Returns the options that it follows. */
    O options();

    /** Returns the same kind of blueprint for other options. */
    Blueprint<O> with(O options);

    /** Returns how it trains. */
    Regimen regimen();

    /** Returns the numbers that a reconstruction can have. */
    OutputRange range();

    /**
     * Returns the layers from samples to latents.
     *
     * @throws relrep.api.run.InvalidInputException when it cannot take samples of this shape
     */
    Stack encoder(Shape samples, int width);

    /** Returns the layers from latents to samples. */
    Stack decoder(int width, Shape samples);

    /** Returns what a reconstruction of these samples is to make small. */
    default Loss loss(Matrix targets) {
        return new MeanSquares(targets);
    }

    /** Returns the layers from latents to one score a class. */
    Stack classifier(int width, int classes);
}
