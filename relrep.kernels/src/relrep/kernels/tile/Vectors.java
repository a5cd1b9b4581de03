package relrep.kernels.tile;

/**
 * Multiplies with the Vector API. Each product is one sum in the order of the coordinates, with
 * fused multiply-adds. So an entry depends on its two rows alone, to the last bit.
 */
final class Vectors implements Engine {
    private static final int L = VectorTile.L;

    /** Whether there are enough registers for three vectors: AVX-512 and NEON have 32. */
    private static final boolean THREE = L == 16 || !onX86();

    private static final int PANEL = (THREE ? 3 : 2) * L;

    private final Loops loops = new VectorLoops();

    /**
     * Returns whether the processor is fast with the Vector API: x86 has fused multiply-adds from
     * AVX2 on.
     */
    static boolean fast() {
        return L >= 8 || !onX86();
    }

    private static boolean onX86() {
        return System.getProperty("os.arch", "").matches("amd64|x86_64|x86|i386");
    }

    @Override
    public String name() {
        return "Vector API, %d bits".formatted(VectorTile.S.vectorBitSize());
    }

    @Override
    public Loops loops() {
        return loops;
    }

    @Override
    public int blockRows() {
        return 96;
    }

    /**
     * Packs the rows into panels of a few vectors, and the rest into panels of one vector. Within a
     * panel, values are stored coordinate by coordinate, padded with zeros.
     */
    @Override
    public Panel panel(float[] rows, int count, int width) {
        int full = count / PANEL * PANEL;
        int stride = full + (count - full + L - 1) / L * L;
        float[] packed = new float[stride * width];
        for (int j = 0; j < count; j++) {
            int size = j < full ? PANEL : L;
            int first = j < full ? j / PANEL * PANEL : full + (j - full) / L * L;
            int to = first * width + j - first;
            for (int t = 0; t < width; t++) {
                packed[to + t * size] = rows[j * width + t];
            }
        }
        return new Packed(packed, count, full, stride, width);
    }

    @SuppressWarnings("ArrayRecordComponent") // working memory, never compared
    private record Packed(float[] packed, int count, int full, int stride, int width)
            implements Panel {
        @Override
        public void multiply(float[] left, int rows, float[] c) {
            for (int j = 0; j < full; j += PANEL) {
                for (int i = 0; i < rows; i += VectorTile.ROWS) {
                    int to = i * stride + j;
                    if (THREE) {
                        VectorTile.three(left, i * width, width, packed, j * width, c, to, stride);
                    } else {
                        VectorTile.two(left, i * width, width, packed, j * width, c, to, stride);
                    }
                }
            }
            for (int j = full; j < stride; j += L) {
                for (int i = 0; i < rows; i += VectorTile.ROWS) {
                    int to = i * stride + j;
                    VectorTile.one(left, i * width, width, packed, j * width, c, to, stride);
                }
            }
        }
    }
}
