package relrep.api.data;

import relrep.api.run.InvalidInputException;

/**
 * The layout of one sample's coordinates: channel after channel, row after row.
 *
 * @param channels 1 for grey and for plain vectors, 3 for colour
 * @param height rows of pixels; 1 for plain vectors
 * @param width pixels a row; the number of coordinates for plain vectors
 */
public record Shape(int channels, int height, int width) {
    /** Requires at least one of each. */
    public Shape {
        if (channels < 1 || height < 1 || width < 1) {
            throw new InvalidInputException(
                    "a shape needs at least 1 of each, not %d × %d × %d"
                            .formatted(channels, height, width));
        }
    }

    /** Returns the shape of a plain vector of {@code d} coordinates. */
    public static Shape vector(int d) {
        return new Shape(1, 1, d);
    }

    /** Returns the number of coordinates. */
    public int size() {
        return channels * height * width;
    }

    /** Returns whether a sample is a picture rather than a plain vector. */
    public boolean picture() {
        return height > 1;
    }

    @Override
    public String toString() {
        return channels + "×" + height + "×" + width;
    }
}
