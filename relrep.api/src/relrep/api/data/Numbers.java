package relrep.api.data;

import relrep.api.run.InvalidInputException;

/**
 * Inputs that are numbers.
 *
 * @param values {@code n × shape.size()}
 * @param shape the layout of a row
 */
public record Numbers(Matrix values, Shape shape) implements Inputs {
    /** Checks the width; a matrix of no columns has the shape of one. */
    public Numbers {
        if (values.cols() != shape.size() && values.cols() > 0) {
            throw new InvalidInputException(
                    "samples of shape %s need %d coordinates, not %d"
                            .formatted(shape, shape.size(), values.cols()));
        }
    }

    @Override
    public int size() {
        return values.rows();
    }

    @Override
    public Content content() {
        return Content.NUMBERS;
    }

    @Override
    public Matrix numbers() {
        return values;
    }

    @Override
    public Numbers select(int... rows) {
        return new Numbers(values.select(rows), shape);
    }

    @Override
    public Numbers rows(int from, int to) {
        return new Numbers(values.rows(from, to), shape);
    }
}
