package relrep.models.layer;

import relrep.models.memory.FloatBlock;

import java.util.Arrays;

/**
 * The windows of {@code k × k} pixels that a convolution reads from a picture, one row per window,
 * in the order (row of the window, column, channel). It reads windows from a picture, or adds them
 * to one.
 */
final class Patches {
    /** The number of window values that stay in the second-level cache. */
    private static final int CACHED = 131_072;

    /** The number of rows at which products run fastest. */
    private static final int ROWS = 1024;

    /** The number of channels from which on copying whole pixels is faster than single values. */
    private static final int WIDE = 8;

    private final Volume big;
    private final int kernel;
    private final int stride;
    private final int pad;
    private final int height;
    private final int width;
    private final int channels;
    private final int length;
    private final float[] windows;
    private final float[] row;
    private final float[][] shifted;

    /**
     * Makes the layout of the windows.
     *
     * @param big the picture
     * @param kernel k
     * @param stride the pixels from one window to the next
     * @param pad the pixels by which the first window extends beyond the picture
     * @param height rows of windows
     * @param width windows per row
     */
    Patches(Volume big, int kernel, int stride, int pad, int height, int width) {
        this.big = big;
        this.kernel = kernel;
        this.stride = stride;
        this.pad = pad;
        this.height = height;
        this.width = width;
        channels = big.channels();
        length = kernel * kernel * channels;
        windows = new float[height * width * length];
        int pixels = Math.max(big.width() + 2 * pad, (width - 1) * stride + kernel) + stride;
        row = new float[pixels * channels];
        shifted = new float[(kernel + stride - 1) / stride][pixels * channels];
    }

    /** Returns the number of windows in a picture. */
    int count() {
        return height * width;
    }

    /** Returns the number of values in a window. */
    int length() {
        return length;
    }

    /** Returns the number of pictures to process at a time. */
    int chunk(int capacity) {
        int cached = Math.min(CACHED / windows.length, Math.max(1, ROWS / count()));
        return Math.max(1, Math.min(capacity, cached));
    }

    /**
     * Reads the windows of a picture.
     *
     * @param from the start of the picture
     * @param into receives the windows
     * @param at the number of the first window in it
     */
    void gather(float[] picture, int from, FloatBlock into, int at) {
        for (int oy = 0; oy < height; oy++) {
            for (int ky = 0; ky < kernel; ky++) {
                int iy = oy * stride - pad + ky;
                if (iy < 0 || iy >= big.height()) {
                    blank(oy, ky);
                } else if (channels < WIDE) {
                    pickValues(picture, from + iy * big.width() * channels, oy, ky);
                } else {
                    pickPixels(picture, from + iy * big.width() * channels, oy, ky);
                }
            }
        }
        into.put(at * length, windows, 0, windows.length);
    }

    /** Adds windows to a picture: the transpose of {@link #gather}. */
    void scatter(FloatBlock from, int at, float[] picture, int to) {
        from.get(at * length, windows, 0, windows.length);
        for (int iy = 0; iy < big.height(); iy++) {
            int start = to + iy * big.width() * channels;
            if (channels >= WIDE) {
                System.arraycopy(picture, start, row, pad * channels, big.width() * channels);
            }
            for (int ky = (iy + pad) % stride; ky <= iy + pad && ky < kernel; ky += stride) {
                int oy = (iy + pad - ky) / stride;
                if (oy >= height) {
                    continue;
                }
                if (channels < WIDE) {
                    dropValues(picture, start, oy, ky);
                } else {
                    dropPixels(oy, ky);
                }
            }
            if (channels >= WIDE) {
                System.arraycopy(row, pad * channels, picture, start, big.width() * channels);
            }
        }
    }

    /** Returns the start of line {@code ky} of a window. */
    private int line(int oy, int ox, int ky) {
        return (oy * width + ox) * length + ky * kernel * channels;
    }

    private void blank(int oy, int ky) {
        for (int ox = 0; ox < width; ox++) {
            int at = line(oy, ox, ky);
            Arrays.fill(windows, at, at + kernel * channels, 0f);
        }
    }

    private void pickPixels(float[] picture, int start, int oy, int ky) {
        for (int ox = 0; ox < width; ox++) {
            int ix = ox * stride - pad;
            int at = line(oy, ox, ky);
            int low = Math.max(0, -ix);
            int high = Math.max(low, Math.min(kernel, big.width() - ix));
            Arrays.fill(windows, at, at + low * channels, 0f);
            System.arraycopy(
                    picture,
                    start + (ix + low) * channels,
                    windows,
                    at + low * channels,
                    (high - low) * channels);
            Arrays.fill(windows, at + high * channels, at + kernel * channels, 0f);
        }
    }

    /**
     * Adds one line of all windows in a row: they are first copied side by side, then added at
     * once.
     */
    private void dropPixels(int oy, int ky) {
        int step = stride * channels;
        for (int g = 0; g < shifted.length; g++) {
            int n = Math.min(step, kernel * channels - g * step);
            for (int ox = 0; ox < width; ox++) {
                System.arraycopy(
                        windows, line(oy, ox, ky) + g * step, shifted[g], (ox + g) * step, n);
            }
            plus(row, shifted[g]);
        }
    }

    private static void plus(float[] to, float[] from) {
        for (int i = 0; i < to.length; i++) {
            to[i] += from[i];
        }
    }

    private int first(int kx) {
        return Math.max(0, (pad - kx + stride - 1) / stride);
    }

    private int last(int kx) {
        return Math.min(width, Math.floorDiv(big.width() - 1 + pad - kx, stride) + 1);
    }

    private void pickValues(float[] picture, int start, int oy, int ky) {
        for (int kx = 0; kx < kernel; kx++) {
            for (int c = 0; c < channels; c++) {
                int at = line(oy, 0, ky) + kx * channels + c;
                int from = start + (kx - pad) * channels + c;
                int low = first(kx);
                int high = Math.max(low, last(kx));
                for (int ox = 0; ox < low; ox++) {
                    windows[at + ox * length] = 0;
                }
                for (int ox = low; ox < high; ox++) {
                    windows[at + ox * length] = picture[from + ox * stride * channels];
                }
                for (int ox = high; ox < width; ox++) {
                    windows[at + ox * length] = 0;
                }
            }
        }
    }

    private void dropValues(float[] picture, int start, int oy, int ky) {
        for (int kx = 0; kx < kernel; kx++) {
            for (int c = 0; c < channels; c++) {
                int at = line(oy, 0, ky) + kx * channels + c;
                int from = start + (kx - pad) * channels + c;
                for (int ox = first(kx); ox < last(kx); ox++) {
                    picture[from + ox * stride * channels] += windows[at + ox * length];
                }
            }
        }
    }
}
