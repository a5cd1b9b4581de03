package relrep.models.dl4j;

import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

import relrep.api.data.Inputs;
import relrep.api.data.Matrix;
import relrep.api.data.Shape;
import relrep.api.run.InvalidInputException;

import java.util.Optional;

/**
 * The form of the samples that a network takes. A size of 0 is one that the network leaves open.
 */
sealed interface SampleForm {
    /** Returns DL4J's type of them, where all sizes are known. */
    Optional<InputType> type();

    /** Returns whether samples of this shape suit. */
    boolean suits(Shape shape);

    /** Returns samples as the network takes them. */
    INDArray array(Matrix samples, Shape shape);

    /**
     * Refuses samples of another form.
     *
     * @param model what takes them
     */
    default void require(Inputs samples, Object model) {
        Shape shape = samples.shape();
        if (samples.numbers().cols() != shape.size() || !suits(shape)) {
            throw new InvalidInputException(
                    "samples must be %s for %s, and have the shape %s"
                            .formatted(this, model, shape));
        }
    }

    /**
     * Plain vectors. Pictures of as many coordinates are vectors as well.
     *
     * @param size the number of coordinates
     */
    record Vectors(long size) implements SampleForm {
        @Override
        public Optional<InputType> type() {
            return Optional.of(InputType.feedForward(size));
        }

        @Override
        public boolean suits(Shape shape) {
            return shape.size() == size;
        }

        @Override
        public INDArray array(Matrix samples, Shape shape) {
            return copy(samples, samples.rows(), samples.cols());
        }

        @Override
        public String toString() {
            return "vectors of %d numbers".formatted(size);
        }
    }

    /**
     * Pictures.
     *
     * @param channelsLast whether the network takes the channels of a pixel side by side
     */
    record Pictures(long channels, long height, long width, boolean channelsLast)
            implements SampleForm {
        @Override
        public Optional<InputType> type() {
            return channels * height * width == 0
                    ? Optional.empty()
                    : Optional.of(
                            InputType.convolutional(
                                    height,
                                    width,
                                    channels,
                                    channelsLast ? CNN2DFormat.NHWC : CNN2DFormat.NCHW));
        }

        @Override
        public boolean suits(Shape shape) {
            return fits(channels, shape.channels())
                    && fits(height, shape.height())
                    && fits(width, shape.width());
        }

        private static boolean fits(long wanted, int found) {
            return wanted == 0 || wanted == found;
        }

        @Override
        public INDArray array(Matrix samples, Shape shape) {
            INDArray array =
                    copy(samples, samples.rows(), shape.channels(), shape.height(), shape.width());
            return channelsLast ? array.permute(0, 2, 3, 1).dup('c') : array;
        }

        @Override
        public String toString() {
            return "pictures of channels × height × width = %s × %s × %s"
                    .formatted(size(channels), size(height), size(width));
        }

        private static String size(long size) {
            return size == 0 ? "any" : Long.toString(size);
        }
    }

    /** Copies, since a layer may change its input in place. */
    private static INDArray copy(Matrix samples, long... shape) {
        return Nd4j.create(samples.toArray(), shape, 'c').castTo(DataType.FLOAT);
    }
}
