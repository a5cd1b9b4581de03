package relrep.models.layer;

/**
 * How the values of one sample lie between two layers: row after row of pixels, the channels of a
 * pixel together.
 *
 * @param height rows of pixels; 1 for plain vectors
 * @param width pixels a row; 1 for plain vectors
 * @param channels values a pixel
 */
public record Volume(int height, int width, int channels) {
    /** Returns the volume of a plain vector. */
    public static Volume flat(int size) {
        return new Volume(1, 1, size);
    }

    /** Returns the number of values. */
    public int size() {
        return height * width * channels;
    }

    /** Returns the number of pixels. */
    public int pixels() {
        return height * width;
    }
}
