package relrep.models.layer;

/**
 * Cuts a picture into square patches that do not overlap, each of them a token, or puts it together
 * again. A patch holds channel after channel, row after row; so the picture does, as samples do.
 *
 * @param picture as a volume; its values lie channel after channel all the same
 * @param patch height and width of a patch
 * @param apart whether the picture is cut or put together
 */
public record Patching(Volume picture, int patch, boolean apart) implements Layer {
    @Override
    public Volume output(Volume input) {
        return apart ? tokens() : picture;
    }

    /** Returns the patches: rows and columns of them, each with all its values as channels. */
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

        /** Goes along the picture, line after line. */
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

        /** Returns where the line lies in the first patch that it crosses. */
        private int first(int line, int lines) {
            Volume tokens = layer.tokens();
            int patch = layer.patch;
            int y = line % lines % layer.picture.height();
            int channel = line % lines / layer.picture.height();
            return line / lines * size
                    + y / patch * tokens.width() * tokens.channels()
                    + (channel * patch + y % patch) * patch;
        }

        /** A few values: a call of arraycopy takes longer. */
        private void copy(float[] from, int at, float[] to, int into) {
            for (int i = 0; i < layer.patch; i++) {
                to[into + i] = from[at + i];
            }
        }
    }
}
