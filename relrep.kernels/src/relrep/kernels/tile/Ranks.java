package relrep.kernels.tile;

import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;

/**
 * The ranks of right answers: the number of targets that are closer to source row <i>i</i> than
 * target row <i>i</i> is, and the number of equally close ones. Equal rows are equally close; for
 * the cosine, all targets are equally close to a zero row. The result is exact up to the rounding
 * of double sums: cases that float32 cannot decide are decided in double.
 */
public final class Ranks {
    private final int[] closer;
    private final int[] tied;

    private Ranks(int rows) {
        this.closer = new int[rows];
        this.tied = new int[rows];
    }

    /** Returns the number of rows, <i>n</i>. */
    public int size() {
        return closer.length;
    }

    /** Returns the number of targets that are closer than the right one. */
    public int closer(int row) {
        return closer[row];
    }

    /** Returns the number of other targets that are as close as the right one. */
    public int tied(int row) {
        return tied[row];
    }

    /**
     * Ranks the right answer of each row.
     *
     * @param source {@code n × d}
     * @param target {@code n × d}
     * @throws InvalidInputException when the shapes differ
     */
    public static Ranks of(Matrix source, Matrix target, Closeness closeness, Run run) {
        return of(source, target, closeness, run, Machine.best());
    }

    static Ranks of(Matrix source, Matrix target, Closeness closeness, Run run, Machine machine) {
        if (source.rows() != target.rows()) {
            throw new InvalidInputException(
                    "source and target must have equally many rows, not %d and %d"
                            .formatted(source.rows(), target.rows()));
        }
        Pairs pairs = Pairs.of(closeness, source, target, machine.workers());
        Ranks ranks = new Ranks(source.rows());
        new PairStream(pairs, machine)
                .run((from, count, loops) -> new Counting(pairs, from, count, ranks, loops), run);
        return ranks;
    }

    /**
     * Counts the closer targets for a panel of sources, in floats, which are exact for these
     * numbers.
     */
    private static final class Counting implements PairStream.Judge {
        private static final int COUNTABLE = 1 << 22;

        private final Pairs pairs;
        private final ExactScores exact;
        private final int from;
        private final Ranks ranks;
        private final double[] own;
        private final float[] lowest;
        private final float[] highest;
        private final float[] closer;
        private final int[] found;
        private final Loops loops;
        private int seen;

        Counting(Pairs pairs, int from, int count, Ranks ranks, Loops loops) {
            this.pairs = pairs;
            this.exact = new ExactScores(pairs);
            this.from = from;
            this.ranks = ranks;
            this.own = new double[count];
            this.lowest = new float[count];
            this.highest = new float[count];
            this.closer = new float[count];
            this.found = new int[count];
            this.loops = loops;
            for (int i = 0; i < count; i++) {
                own[i] = exact.score(from + i, from + i);
                float score = (float) (own[i] + pairs.shift(from + i));
                lowest[i] = Math.nextDown(score) - pairs.querySlack(from + i);
                highest[i] = Math.nextUp(score) + pairs.querySlack(from + i);
            }
        }

        @Override
        public void look(int candidate, float[] products) {
            float offset = pairs.offset(candidate);
            float slack = pairs.candidateSlack(candidate);
            Loops.Band band = new Loops.Band(offset - slack, offset + slack, lowest, highest);
            int open = loops.undecided(products, pairs.factor(candidate), band, closer, found);
            for (int o = 0; o < open; o++) {
                decide(found[o], candidate);
            }
            if (++seen == COUNTABLE) {
                carry();
            }
        }

        private void decide(int i, int candidate) {
            if (candidate == from + i || pairs.indifferent(from + i)) {
                return;
            }
            double ahead = exact.score(from + i, candidate) - own[i];
            double doubt = exact.doubt(own[i]);
            if (ahead > doubt) {
                closer[i]++;
            } else if (ahead >= -doubt) {
                ranks.tied[from + i]++;
            }
        }

        private void carry() {
            for (int i = 0; i < closer.length; i++) {
                ranks.closer[from + i] += (int) closer[i];
                closer[i] = 0;
            }
            seen = 0;
        }

        @Override
        public void conclude() {
            carry();
            for (int i = 0; i < closer.length; i++) {
                if (pairs.indifferent(from + i)) {
                    ranks.tied[from + i] = pairs.candidateCount() - 1;
                }
            }
        }
    }
}
