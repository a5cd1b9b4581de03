package relrep.kernels.tile;

import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;

import java.util.Arrays;

/**
 * The rank of the right answer: how many targets are strictly closer to source row <i>i</i> than
 * target row <i>i</i> is, and one more. Ties favour the right answer. Exact: what float32 cannot
 * decide is decided in double.
 */
public final class Ranks {
    private Ranks() {}

    /**
     * Returns one rank a row, 1 to <i>n</i>.
     *
     * @param source {@code n × d}
     * @param target {@code n × d}
     * @throws InvalidInputException when the shapes differ
     */
    public static int[] of(Matrix source, Matrix target, Closeness closeness, Run run) {
        return of(source, target, closeness, run, Machine.best());
    }

    static int[] of(Matrix source, Matrix target, Closeness closeness, Run run, Machine machine) {
        if (source.rows() != target.rows()) {
            throw new InvalidInputException(
                    "source and target must have equally many rows, not %d and %d"
                            .formatted(source.rows(), target.rows()));
        }
        Pairs pairs = Pairs.of(closeness, source, target, machine.workers());
        int[] ranks = new int[source.rows()];
        Arrays.fill(ranks, 1);
        new Sweep(pairs, machine)
                .run((from, count, loops) -> new Counting(pairs, from, count, ranks, loops), run);
        return ranks;
    }

    /** Counts the closer ones for a panel of sources, in floats, which are exact for so many. */
    private static final class Counting implements Sweep.Judge {
        private static final int COUNTABLE = 1 << 22;

        private final Pairs pairs;
        private final Exact exact;
        private final int from;
        private final int[] ranks;
        private final double[] own;
        private final float[] lowest;
        private final float[] highest;
        private final float[] closer;
        private final int[] found;
        private final Loops loops;
        private int seen;

        Counting(Pairs pairs, int from, int count, int[] ranks, Loops loops) {
            this.pairs = pairs;
            this.exact = new Exact(pairs);
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
            if (candidate != from + i && exact.score(from + i, candidate) > own[i]) {
                closer[i]++;
            }
        }

        private void carry() {
            for (int i = 0; i < closer.length; i++) {
                ranks[from + i] += (int) closer[i];
                closer[i] = 0;
            }
            seen = 0;
        }

        @Override
        public void conclude() {
            carry();
        }
    }
}
