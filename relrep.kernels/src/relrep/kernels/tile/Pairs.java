package relrep.kernels.tile;

import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;

import java.util.Arrays;

/**
 * The scores of all pairs of a query and a candidate: the rows to multiply, the approximate score
 * from a product, its error bound, and the exact score of single pairs.
 *
 * <p>The score of query <i>i</i> and candidate <i>j</i> is {@code product · factor(j) + offset(j)},
 * up to {@code slack(i) + slack(j)}: the cosine, or {@code |x|²} minus the squared distance. The
 * slack is the worst rounding error of float32 sums of <i>d</i> products. Differences beyond the
 * slack are decided as in exact arithmetic; the rest is decided in double.
 *
 * <p>Rows outside the range of float32 are first multiplied by a power of two: for cosines row by
 * row, for distances all rows alike, by the length of the longest centred row. A row that is still
 * too short compared with the longest has infinite slack.
 */
final class Pairs {
    private static final double UNIT = 0x1p-24;
    private static final double TAME = 1e12;
    private static final double UNDERFLOW = 1e-30;

    private final Closeness closeness;
    private final View queries;
    private final View candidates;
    private final Scale scale;
    private final boolean direct;

    private Pairs(Closeness closeness, View queries, View candidates, Scale scale) {
        this.closeness = closeness;
        this.queries = queries;
        this.candidates = candidates;
        this.scale = scale;
        this.direct =
                closeness == Closeness.EUCLIDEAN
                        && scale.none()
                        && width() <= Differences.WIDEST
                        && Arrays.stream(queries.norms).allMatch(Pairs::tame)
                        && Arrays.stream(candidates.norms).allMatch(Pairs::tame);
    }

    static Pairs of(Closeness closeness, Matrix queries, Matrix candidates, Workers workers) {
        if (queries.cols() != candidates.cols()) {
            throw new InvalidInputException(
                    "queries and candidates must be equally wide, not %d and %d"
                            .formatted(queries.cols(), candidates.cols()));
        }
        if (closeness == Closeness.COSINE) {
            return new Pairs(
                    closeness,
                    View.of(Rows.of(queries), queries, workers).lengthened(),
                    View.of(Rows.of(candidates), candidates, workers).lengthened(),
                    new Scale(0));
        }
        double[] mean = Moments.of(candidates, workers).mean();
        Pairs pairs = distances(queries, candidates, mean, new Scale(0), workers);
        Scale scale = Scale.of(Math.max(pairs.queries.longest(), pairs.candidates.longest()));
        return scale.none() ? pairs : distances(queries, candidates, mean, scale, workers);
    }

    @SuppressWarnings("ReferenceEquality") // a matrix against itself, not against an equal one
    private static Pairs distances(
            Matrix queries, Matrix candidates, double[] mean, Scale scale, Workers workers) {
        Standardisation centre = Standardisation.shift(mean, scale);
        View right = View.of(Rows.of(candidates, centre), candidates, workers);
        View left =
                queries == candidates ? right : View.of(Rows.of(queries, centre), queries, workers);
        return new Pairs(Closeness.EUCLIDEAN, left, right, scale);
    }

    Closeness closeness() {
        return closeness;
    }

    int width() {
        return queries.rows.width();
    }

    int queryCount() {
        return queries.rows.count();
    }

    int candidateCount() {
        return candidates.rows.count();
    }

    Rows untouchedQueries() {
        return queries.untouched;
    }

    Rows untouchedCandidates() {
        return candidates.untouched;
    }

    double queryNorm(int i) {
        return queries.norms[i];
    }

    double candidateNorm(int j) {
        return candidates.norms[j];
    }

    /**
     * Returns whether all candidates are equally near, since a zero vector has cosine 0 with every
     * vector.
     */
    boolean indifferent(int i) {
        return closeness == Closeness.COSINE && queries.norms[i] == 0;
    }

    /** Returns the factor of squared distances of the original rows. */
    double squareScale() {
        return scale.factor() * scale.factor();
    }

    /** Returns whether squared distances come from differences, which are already accurate. */
    boolean direct() {
        return direct;
    }

    /** Returns queries prepared for the product. */
    Engine.Panel panel(Engine engine, int from, int count) {
        return direct
                ? new Differences(queries.untouched.read(from, count), count, width())
                : engine.panel(normalised(from, count), count, width());
    }

    private float[] normalised(int from, int count) {
        float[] block = queries.read(from, count);
        if (closeness == Closeness.COSINE) {
            for (int i = 0; i < count; i++) {
                scale(block, i, queries.lengths[from + i]);
            }
        }
        return block;
    }

    private void scale(float[] block, int row, double norm) {
        if (norm > 0) {
            for (int t = row * width(); t < (row + 1) * width(); t++) {
                block[t] = (float) (block[t] / norm);
            }
        }
    }

    /** Reads candidates prepared for the product. */
    void candidates(int from, int count, float[] into) {
        if (direct) {
            candidates.untouched.read(from, count, into);
        } else {
            candidates.read(from, count, into);
        }
    }

    float factor(int j) {
        double length = candidates.lengths[j];
        return closeness == Closeness.EUCLIDEAN ? 2 : (float) Cosine.inverse(length);
    }

    float offset(int j) {
        double norm = candidates.norms[j];
        return closeness == Closeness.COSINE || direct || !tame(norm) ? 0 : (float) (-norm * norm);
    }

    /** Returns the number to add to an exact score to compare it with an approximate one. */
    double shift(int i) {
        double norm = queries.norms[i];
        return closeness == Closeness.COSINE || direct ? 0 : norm * norm;
    }

    float querySlack(int i) {
        return closeness == Closeness.COSINE ? 0 : slack(queries.norms[i]);
    }

    float candidateSlack(int j) {
        return slack(candidates.lengths[j]);
    }

    private float slack(double norm) {
        if (!tame(norm)) {
            return Float.POSITIVE_INFINITY;
        }
        double scale = closeness == Closeness.COSINE ? 1 : norm * norm;
        return (float) ((width() + 32) * UNIT * scale + UNDERFLOW);
    }

    private static boolean tame(double norm) {
        return norm < TAME && (norm == 0 || norm > 1 / TAME);
    }

    /**
     * One side: its rows before the product, its original rows, their norms, and their norms in the
     * product.
     */
    @SuppressWarnings("ArrayRecordComponent") // a view, never compared
    private record View(Rows rows, Rows untouched, double[] norms, double[] lengths) {
        private static final int BLOCK = 256;

        static View of(Rows rows, Matrix matrix, Workers workers) {
            double[] norms = new double[rows.count()];
            workers.each(
                    (norms.length + BLOCK - 1) / BLOCK,
                    ticks -> {
                        float[] block = new float[BLOCK * rows.width()];
                        return b -> {
                            int from = b * BLOCK;
                            int count = Math.min(BLOCK, norms.length - from);
                            rows.read(from, count, block);
                            for (int i = 0; i < count; i++) {
                                norms[from + i] =
                                        Math.sqrt(
                                                PlainLoops.exact(
                                                        block,
                                                        i * rows.width(),
                                                        (i + 1) * rows.width()));
                            }
                        };
                    });
            return new View(rows, Rows.of(matrix), norms, norms);
        }

        /** Returns these rows, with each row outside the range of float32 scaled by itself. */
        View lengthened() {
            if (Arrays.stream(norms).allMatch(Pairs::tame)) {
                return this;
            }
            double[] lengths = norms.clone();
            for (int i = 0; i < lengths.length; i++) {
                lengths[i] = tame(norms[i]) ? norms[i] : Math.scalb(norms[i], power(i));
            }
            return new View(rows, untouched, norms, lengths);
        }

        private int power(int row) {
            return -Math.getExponent(norms[row]);
        }

        /** Returns the largest norm. */
        double longest() {
            return Arrays.stream(norms).max().orElse(0);
        }

        float[] read(int from, int count) {
            float[] block = new float[Engine.padded(count) * rows.width()];
            read(from, count, block);
            return block;
        }

        void read(int from, int count, float[] into) {
            rows.read(from, count, into);
            int d = rows.width();
            for (int i = 0; i < count; i++) {
                if (!tame(lengths[from + i])) {
                    Arrays.fill(into, i * d, (i + 1) * d, 0);
                } else if (!tame(norms[from + i])) {
                    for (int t = i * d; t < (i + 1) * d; t++) {
                        into[t] = Math.scalb(into[t], power(from + i));
                    }
                }
            }
        }
    }
}
