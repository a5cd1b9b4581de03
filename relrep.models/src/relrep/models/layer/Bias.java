package relrep.models.layer;

import relrep.models.memory.FloatBlock;

/** A learnt constant that is added to each channel. */
final class Bias {
    static final String NAME = "bias";

    private final FloatBlock values;
    private final FloatBlock gradient;
    private final ColumnSlice columns;
    private final float[] each;
    private final float[] tile;
    private final double[] sums;

    Bias(LayerBuffers site, int channels) {
        this(site, NAME, channels);
    }

    Bias(LayerBuffers site, String name, int channels) {
        values = site.parameters().get(name);
        gradient = site.gradients().get(name);
        columns = new ColumnSlice(channels);
        each = new float[channels];
        tile = columns.tile();
        sums = new double[channels];
    }

    private float[] tiled() {
        values.get(0, each, 0, each.length);
        columns.repeat(each, tile);
        return tile;
    }

    /** Adds the constants to outputs. */
    void add(float[] outputs, int length) {
        columns.add(outputs, length, tiled());
    }

    /** Sets outputs to the constants. */
    void fill(float[] outputs, int length) {
        tiled();
        for (int at = 0; at < length; at += tile.length) {
            System.arraycopy(tile, 0, outputs, at, Math.min(tile.length, length - at));
        }
    }

    /** Sets outputs off the heap to the constants. */
    void fill(FloatBlock outputs, int from, int length) {
        tiled();
        for (int at = 0; at < length; at += tile.length) {
            outputs.put(from + at, tile, 0, Math.min(tile.length, length - at));
        }
    }

    /** Writes the gradient of the constants. */
    void learn(float[] outputGradients, int length) {
        columns.sums(outputGradients, length, sums);
        for (int i = 0; i < each.length; i++) {
            each[i] = (float) sums[i];
        }
        gradient.put(0, each, 0, each.length);
    }
}
