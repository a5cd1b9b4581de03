package relrep.kernels.tile;

import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;

import java.util.Arrays;

/**
 * All pairs of a query and a candidate: what to multiply, how a product becomes an approximate
 * score, how far that may be from the truth, and the truth for single pairs.
 *
 * <p>The score of query <i>i</i> and candidate <i>j</i> is {@code product · factor(j) + offset(j)},
 * up to {@code slack(i) + slack(j)}: the cosine, or {@code |x|²} less the squared distance. The
 * slack is the worst that float32 sums of <i>d</i> products can do, so what is decided outside it
 * is decided as in exact arithmetic, and the rest is decided in double. A row whose norm float32
 * cannot bear has infinite slack.
 */
final class Pairs {
    private static final double UNIT = 0x1p-24;
    private static final double TAME = 1e12;
    private static final double UNDERFLOW = 1e-30;

    private final Closeness closeness;
    private final View queries;
    private final View candidates;
    private final boolean direct;

    private Pairs(Closeness closeness, View queries, View candidates) {
        this.closeness = closeness;
        this.queries = queries;
        this.candidates = candidates;
        this.direct =
                closeness == Closeness.EUCLIDEAN
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
                    View.of(Rows.of(queries), queries, workers),
                    View.of(Rows.of(candidates), candidates, workers));
        }
        Standardisation centre = Standardisation.shift(Moments.of(candidates, workers).mean());
        View right = View.of(Rows.of(candidates, centre), candidates, workers);
        View left =
                queries == candidates ? right : View.of(Rows.of(queries, centre), queries, workers);
        return new Pairs(closeness, left, right);
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
     * Tells whether all candidates are equally near: a zero vector has cosine 0 with everything.
     */
    boolean indifferent(int i) {
        return closeness == Closeness.COSINE && queries.norms[i] == 0;
    }

    /** Tells whether squared distances come from differences, accurate as they are. */
    boolean direct() {
        return direct;
    }

    /** Returns queries ready for the product. */
    Engine.Panel panel(Engine engine, int from, int count) {
        return direct
                ? new Differences(queries.untouched.read(from, count), count, width())
                : engine.panel(normalised(from, count), count, width());
    }

    private float[] normalised(int from, int count) {
        float[] block = queries.read(from, count);
        if (closeness == Closeness.COSINE) {
            for (int i = 0; i < count; i++) {
                scale(block, i, queries.norms[from + i]);
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

    /** Reads candidates as they go into the product. */
    void candidates(int from, int count, float[] into) {
        if (direct) {
            candidates.untouched.read(from, count, into);
        } else {
            candidates.read(from, count, into);
        }
    }

    float factor(int j) {
        double norm = candidates.norms[j];
        return closeness == Closeness.EUCLIDEAN
                ? 2
                : norm == 0 || !tame(norm) ? 0 : (float) (1 / norm);
    }

    float offset(int j) {
        double norm = candidates.norms[j];
        return closeness == Closeness.COSINE || direct || !tame(norm) ? 0 : (float) (-norm * norm);
    }

    /** Returns what to add to an exact score to compare it with an approximate one. */
    double shift(int i) {
        double norm = queries.norms[i];
        return closeness == Closeness.COSINE || direct ? 0 : norm * norm;
    }

    float querySlack(int i) {
        return closeness == Closeness.COSINE && tame(queries.norms[i])
                ? 0
                : slack(queries.norms[i]);
    }

    float candidateSlack(int j) {
        return slack(candidates.norms[j]);
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

    /** One side: its rows as they go into the product, as they came, and their norms. */
    private record View(Rows rows, Rows untouched, double[] norms) {
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
            return new View(rows, Rows.of(matrix), norms);
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
                if (!tame(norms[from + i])) {
                    Arrays.fill(into, i * d, (i + 1) * d, 0);
                }
            }
        }
    }
}
