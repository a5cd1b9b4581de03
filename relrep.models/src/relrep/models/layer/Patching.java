package relrep.models.layer;

/**
 * Cuts a picture into square patches that do not overlap, each of which is a token, or puts them
 * together again. Patches and pictures are stored channel after channel, row after row, as samples
 * are.
 *
 * @param picture the volume of the picture, although its values are stored channel after channel
 * @param patch the height and width of a patch
 * @param apart whether the picture is cut or put together
 */
public record Patching(Volume picture, int patch, boolean apart) implements Layer {
    @Override
    public Volume output(Volume input) {
        return apart ? tokens() : picture;
    }

    /**
     * Returns the volume of the patches: their rows and columns, with all values of a patch as
     * channels.
     */
    public Volume tokens() {
        return new Volume(
                picture.height() / patch,
                picture.width() / patch,
                patch * patch * picture.channels());
    }

    @Override
    public Kernel kernel(LayerBuffers site) {
        return new Work(this, site);
    }

    private static final class Work implements Kernel {
        private final Patching layer;
        private final int size;
        private final float[] y;
        private final float[] dx;

        Work(Patching layer, LayerBuffers site) {
            this.layer = layer;
            size = site.input().size();
            y = site.values(size);
            dx = site.inputGradients();
        }

        @Override
        public float[] forward(float[] x, int rows, BatchContext pass) {
            move(x, y, rows, layer.apart);
            return y;
        }

        @Override
        public float[] backward(float[] gradient, int rows) {
            if (dx.length > 0) {
                move(gradient, dx, rows, !layer.apart);
            }
            return dx;
        }

        /** Copies line by line along the picture. */
        private void move(float[] from, float[] to, int rows, boolean cut) {
            Volume picture = layer.picture;
            int lines = picture.channels() * picture.height();
            for (int line = 0; line < rows * lines; line++) {
                int first = first(line, lines);
                int whole = line * picture.width();
                for (int x = 0; x < picture.width(); x += layer.patch) {
                    int part = first + x / layer.patch * layer.tokens().channels();
                    if (cut) {
                        copy(from, whole + x, to, part);
                    } else {
                        copy(from, part, to, whole + x);
                    }
                }
            }
        }

        /** Returns the position of the line in the first patch that it crosses. */
        private int first(int line, int lines) {
            Volume tokens = layer.tokens();
            int patch = layer.patch;
            int y = line % lines % layer.picture.height();
            int channel = line % lines / layer.picture.height();
            return line / lines * size
                    + y / patch * tokens.width() * tokens.channels()
                    + (channel * patch + y % patch) * patch;
        }

        /** Copies a few values; a call of arraycopy takes longer. */
        private void copy(float[] from, int at, float[] to, int into) {
            for (int i = 0; i < layer.patch; i++) {
                to[into + i] = from[at + i];
            }
        }
    }
}
