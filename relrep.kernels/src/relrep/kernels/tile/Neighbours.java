package relrep.kernels.tile;

import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;

import java.util.Arrays;

/**
 * The <i>k</i> nearest candidates of each query, nearest first, the lower number first among
 * equals. The result is exact: cases that float32 cannot decide are decided in double.
 */
public final class Neighbours {
    private final int k;
    private final int[] indices;
    private final boolean[] tied;
    private final Pairs pairs;
    private final boolean others;
    private final Workers workers;

    private Neighbours(
            int k, int[] indices, boolean[] tied, Pairs pairs, boolean others, Workers workers) {
        this.k = k;
        this.indices = indices;
        this.tied = tied;
        this.pairs = pairs;
        this.others = others;
        this.workers = workers;
    }

    /**
     * Finds neighbours among other points.
     *
     * @param queries {@code n × d}
     * @param candidates {@code m × d}
     * @param k 1 to <i>m</i>
     * @throws InvalidInputException when the widths differ or there are fewer than <i>k</i>
     *     candidates
     */
    public static Neighbours among(
            Matrix queries, Matrix candidates, int k, Closeness closeness, Run run) {
        return find(queries, candidates, k, closeness, false, run, Machine.best());
    }

    /**
     * Finds the neighbours of each point among the others: row <i>i</i> is not its own neighbour.
     *
     * @param points {@code n × d}
     * @param k 1 to {@code n - 1}
     * @throws InvalidInputException when there are too few points
     */
    public static Neighbours within(Matrix points, int k, Closeness closeness, Run run) {
        return find(points, points, k, closeness, true, run, Machine.best());
    }

    @SuppressWarnings("ReferenceEquality") // a matrix against itself, not an equal one
    static Neighbours find(
            Matrix queries,
            Matrix candidates,
            int k,
            Closeness closeness,
            boolean others,
            Run run,
            Machine machine) {
        int there = candidates.rows() - (others ? 1 : 0);
        if (k < 1 || k > there) {
            throw new InvalidInputException(
                    "neighbours must be 1 to %d, the points there are, not %d"
                            .formatted(Math.max(there, 0), k));
        }
        Pairs pairs = Pairs.of(closeness, queries, candidates, machine.workers());
        int[] indices = new int[queries.rows() * k];
        boolean[] tied = new boolean[queries.rows()];
        if (queries == candidates && Mutual.fits(queries.rows(), k)) {
            new Mutual(pairs, k, others, machine).run(indices, tied, run);
        } else {
            new PairStream(pairs, machine)
                    .run(
                            (from, count, loops) ->
                                    new Nearest(
                                            pairs,
                                            new TopKCandidates(pairs, k, others, from, count),
                                            loops,
                                            indices,
                                            tied),
                            run);
        }
        return new Neighbours(k, indices, tied, pairs, others, machine.workers());
    }

    /** Returns the number of queries. */
    public int size() {
        return indices.length / k;
    }

    /** Returns <i>k</i>. */
    public int k() {
        return k;
    }

    /** Returns the neighbours of one query, nearest first. */
    public int[] of(int query) {
        return Arrays.copyOfRange(indices, query * k, (query + 1) * k);
    }

    /**
     * Returns the number of neighbours that each query has in both sets. Ties are averaged over all
     * ways to choose among them, independently in the two sets. A query without ties gives a whole
     * number; each query with ties takes a pass over all candidates in double.
     *
     * @param there the other set, of the same numbers of queries and candidates
     */
    public double[] overlap(Neighbours there, Run run) {
        if (there.tied.length != tied.length
                || there.pairs.candidateCount() != pairs.candidateCount()) {
            throw new InvalidInputException(
                    "neighbours to compare must be of as many queries among as many points, not %d of %d and %d of %d"
                            .formatted(
                                    tied.length,
                                    pairs.candidateCount(),
                                    there.tied.length,
                                    there.pairs.candidateCount()));
        }
        double[] overlap = new double[tied.length];
        workers.each(
                overlap.length,
                run,
                overlap.length,
                ticks -> {
                    TieProbability here = odds();
                    TieProbability beyond = there.odds();
                    return i -> {
                        boolean sure = !tied[i] && !there.tied[i];
                        overlap[i] = sure ? shared(there, i) : here.of(i).with(beyond.of(i));
                        ticks.tick();
                    };
                });
        return overlap;
    }

    private TieProbability odds() {
        return new TieProbability(pairs, others, this::of, i -> tied[i]);
    }

    /**
     * Returns the number of neighbours that a query has in both sets, with the lower row first
     * among equals.
     */
    public int shared(Neighbours there, int query) {
        int shared = 0;
        for (int a = query * k; a < (query + 1) * k; a++) {
            for (int b = query * there.k; b < (query + 1) * there.k; b++) {
                if (indices[a] == there.indices[b]) {
                    shared++;
                }
            }
        }
        return shared;
    }
}
