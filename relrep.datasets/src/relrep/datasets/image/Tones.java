package relrep.datasets.image;

/**
 * The table of pixel values after scaling, channel by channel. It is a table since a pixel has 256
 * values and a set has 47 million pixels.
 */
final class Tones {
    private static final int VALUES = 256;

    private final float[][] tables;
    private final int plane;

    private Tones(float[][] tables, int plane) {
        this.tables = tables;
        this.plane = plane;
    }

    static Tones of(ImageSet set, Scale scale) {
        float[][] tables = new float[set.shape().channels()][VALUES];
        for (int channel = 0; channel < tables.length; channel++) {
            double mean = set.mean().get(channel);
            double deviation = set.deviation().get(channel);
            for (int value = 0; value < VALUES; value++) {
                double unit = value / (double) set.white();
                tables[channel][value] =
                        (float)
                                switch (scale) {
                                    case UNIT -> unit;
                                    case STANDARD -> (unit - mean) / deviation;
                                    case MINUS_ONE_ONE -> 2 * unit - 1;
                                };
            }
        }
        return new Tones(tables, set.shape().height() * set.shape().width());
    }

    /** Converts the pixels of one picture, channel after channel, to the values of a row. */
    void apply(byte[] pixels, int from, float[] row, int to) {
        int at = from;
        int into = to;
        for (float[] table : tables) {
            for (int end = at + plane; at < end; at++) {
                row[into++] = table[pixels[at] & 0xff];
            }
        }
    }
}
