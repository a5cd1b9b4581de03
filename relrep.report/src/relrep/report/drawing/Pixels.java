package relrep.report.drawing;

import java.util.Arrays;

/**
 * A picture.
 *
 * @param width in pixels
 * @param height in pixels
 * @param rgb row after row, 8 bits per channel
 */
@SuppressWarnings("ArrayRecordComponent") // equals compares the values
public record Pixels(int width, int height, int[] rgb) {
    /** Keeps a copy. */
    public Pixels {
        rgb = rgb.clone();
        if (rgb.length != width * height) {
            throw new IllegalArgumentException(width + " × " + height + " in " + rgb.length);
        }
    }

    @Override
    public int[] rgb() {
        return rgb.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Pixels that
                && width == that.width
                && height == that.height
                && Arrays.equals(rgb, that.rgb);
    }

    @Override
    public int hashCode() {
        return 31 * width + Arrays.hashCode(rgb);
    }
}
