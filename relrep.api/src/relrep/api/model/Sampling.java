package relrep.api.model;

import relrep.api.run.InvalidInputException;

/**
 * The batches that a {@link Penalty} is computed on. All but the training batch itself are drawn
 * from the training samples, without replacement, and pass the encoder as in inference: with
 * running means and without dropout. Similarities take their statistics from the anchors there.
 *
 * @param source the samples that a batch consists of
 * @param size the number of samples; a class that has fewer gives all that it has. 0 for the
 *     training batch
 * @param every batches are drawn again after this many steps, beginning with the first step
 */
public record Sampling(Source source, int size, int every) {
    /** The training batch of every step. */
    public static final Sampling TRAINING_BATCH = new Sampling(Source.TRAINING_BATCH, 0, 1);

    /** Where the samples of a batch come from. */
    public enum Source {
        /** The training batch itself: batch statistics and dropout are those of training. */
        TRAINING_BATCH,
        /** Any of the training samples. */
        MIXED,
        /** One class, drawn anew each time; classes are equally likely. */
        ONE_CLASS,
        /** One batch of each class. */
        EACH_CLASS
    }

    /** Checks the numbers. */
    public Sampling {
        if (every < 1) {
            throw new InvalidInputException(
                    "batches are drawn after at least 1 step, not " + every);
        }
        if (source == Source.TRAINING_BATCH ? size != 0 : size < 1) {
            throw new InvalidInputException(
                    source == Source.TRAINING_BATCH
                            ? "the training batch has its own size, which 0 stands for, not " + size
                            : "a batch has at least 1 sample, not " + size);
        }
    }

    /** Returns whether its batches are of single classes, so that labels are needed. */
    public boolean ofClasses() {
        return source == Source.ONE_CLASS || source == Source.EACH_CLASS;
    }
}
