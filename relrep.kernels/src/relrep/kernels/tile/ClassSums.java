package relrep.kernels.tile;

/**
 * Sums the distances of a panel of points to each class: in floats for a few points of a class, and
 * those in double.
 */
final class ClassSums implements Sweep.Judge {
    /** How many floats are added up before double takes over. */
    private static final int FEW = 32;

    private final Pairs pairs;
    private final Exact exact;
    private final Silhouette silhouette;
    private final int from;
    private final double[] result;
    private final float[] squares;
    private final float[][] parts;
    private final int[] added;
    private final double[][] sums;
    private final Loops loops;
    private final int[] found;

    ClassSums(
            Pairs pairs, Silhouette silhouette, int from, int count, double[] result, Loops loops) {
        this.pairs = pairs;
        this.exact = new Exact(pairs);
        this.silhouette = silhouette;
        this.from = from;
        this.result = result;
        this.squares = new float[count];
        this.loops = loops;
        this.found = new int[count];
        this.parts = new float[silhouette.classes()][count];
        this.added = new int[silhouette.classes()];
        this.sums = new double[silhouette.classes()][count];
        for (int i = 0; i < count; i++) {
            squares[i] = square(from + i);
        }
    }

    /**
     * Returns the square of a row, or what no comparison holds for where float32 cannot bear it.
     */
    private float square(int point) {
        return Float.isFinite(pairs.candidateSlack(point)) ? (float) pairs.shift(point) : Float.NaN;
    }

    @Override
    public void look(int candidate, float[] products) {
        float square = square(candidate);
        Euclid.distances(square, squares, products);
        if (!pairs.direct()) {
            correct(candidate, square, products);
        }
        int label = silhouette.label(candidate);
        add(products, parts[label]);
        if (++added[label] == FEW) {
            carry(label);
        }
    }

    private void correct(int candidate, float square, float[] distances) {
        int open = loops.doubtful(distances, square, squares, Euclid.CANCELLED, found);
        for (int o = 0; o < open; o++) {
            distances[found[o]] = (float) Math.sqrt(-exact.score(from + found[o], candidate));
        }
    }

    private static void add(float[] distances, float[] part) {
        for (int i = 0; i < part.length; i++) {
            part[i] += distances[i];
        }
    }

    private void carry(int label) {
        for (int i = 0; i < squares.length; i++) {
            sums[label][i] += parts[label][i];
            parts[label][i] = 0;
        }
        added[label] = 0;
    }

    @Override
    public void conclude() {
        for (int label = 0; label < sums.length; label++) {
            carry(label);
        }
        double[] own = new double[sums.length];
        for (int i = 0; i < squares.length; i++) {
            for (int label = 0; label < own.length; label++) {
                own[label] = sums[label][i];
            }
            result[from + i] = silhouette.value(from + i, own);
        }
    }
}
