package relrep.models.layer;

/**
 * The layout of one sample's values between two layers: row after row of pixels, with the channels
 * of a pixel together.
 *
 * @param height rows of pixels; 1 for plain vectors
 * @param width pixels per row; 1 for plain vectors
 * @param channels values per pixel
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
