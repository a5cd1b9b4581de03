package relrep.kernels.tile;

import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;

/**
 * Finds the nearest candidate of the same class by Euclidean distance, the lower number among
 * equals. Candidates are prepared once for many searches, as in iterative closest points; this
 * takes as much memory as the candidates. The result is exact: cases that float32 cannot decide are
 * decided in double.
 */
public final class ClassNeighbours {
    /** The result for a query whose class has no candidate. */
    public static final int NONE = -1;

    private final int width;
    private final Cluster[] clusters;
    private final Machine machine;

    /**
     * The multiplications so far. All engines give the same answers, so the work of all calls
     * counts for choosing one.
     */
    private final AtomicLong asked = new AtomicLong();

    private ClassNeighbours(int width, Cluster[] clusters, Machine machine) {
        this.width = width;
        this.clusters = clusters;
        this.machine = machine;
    }

    /**
     * Prepares candidates.
     *
     * @param candidates {@code m × d}, finite
     * @param labels <i>m</i> classes; a class may be empty
     * @throws InvalidInputException when there is not one label per row
     */
    public static ClassNeighbours of(Matrix candidates, Labels labels) {
        return of(candidates, labels, Machine.best());
    }

    static ClassNeighbours of(Matrix candidates, Labels labels, Machine machine) {
        requireAsMany(candidates, labels);
        Cluster[] clusters = new Cluster[labels.classes().size()];
        for (int c = 0; c < clusters.length; c++) {
            clusters[c] = Cluster.of(candidates, labels.rowsOf(c));
        }
        return new ClassNeighbours(candidates.cols(), clusters, machine);
    }

    /**
     * Returns the row of the nearest candidate of each query's class, {@link #NONE} if the class
     * has no candidate.
     *
     * @param queries {@code n × d}, finite
     * @param labels <i>n</i> classes, with the numbers of the candidates' classes
     * @throws InvalidInputException when the widths differ or there is not one label per row
     */
    public int[] of(Matrix queries, Labels labels, Run run) {
        int[] none = new int[queries.rows()];
        Arrays.fill(none, NONE);
        return of(queries, labels, none, run);
    }

    /**
     * Returns the same, faster if most guesses are near.
     *
     * @param guesses one candidate per query, for example the answers for similar queries, or
     *     {@link #NONE}; the result does not depend on them
     * @throws InvalidInputException when the widths differ, or there is not one label and one guess
     *     per row
     */
    public int[] of(Matrix queries, Labels labels, int[] guesses, Run run) {
        requireAsMany(queries, labels);
        if (guesses.length != queries.rows()) {
            throw new InvalidInputException(
                    "there must be one guess a row: %d rows, %d guesses"
                            .formatted(queries.rows(), guesses.length));
        }
        if (queries.cols() != width) {
            throw new InvalidInputException(
                    "queries and candidates must be equally wide, not %d and %d"
                            .formatted(queries.cols(), width));
        }
        int[] result = new int[queries.rows()];
        Arrays.fill(result, NONE);
        int[][] groups = new int[Math.min(labels.classes().size(), clusters.length)][];
        int[] first = new int[groups.length + 1];
        long products = 0;
        for (int c = 0; c < groups.length; c++) {
            groups[c] = clusters[c].size() == 0 ? new int[0] : labels.rowsOf(c);
            first[c + 1] =
                    first[c] + (groups[c].length + PairStream.QUERIES - 1) / PairStream.QUERIES;
            products += (long) groups[c].length * clusters[c].size() * width;
        }
        Engine engine = machine.engines().forWork(asked.addAndGet(products));
        int panels = first[groups.length];
        machine.workers()
                .each(
                        panels,
                        run,
                        panels,
                        ticks -> {
                            ClassNearestSearch contest =
                                    new ClassNearestSearch(queries, engine, result);
                            IntConsumer panel =
                                    p -> {
                                        int c = classOf(first, p);
                                        int from = (p - first[c]) * PairStream.QUERIES;
                                        int to =
                                                Math.min(
                                                        from + PairStream.QUERIES,
                                                        groups[c].length);
                                        contest.hold(
                                                clusters[c],
                                                Arrays.copyOfRange(groups[c], from, to),
                                                guesses);
                                        ticks.tick();
                                    };
                            return panel;
                        });
        return result;
    }

    private static int classOf(int[] first, int panel) {
        int c = 0;
        while (first[c + 1] <= panel) {
            c++;
        }
        return c;
    }

    private static void requireAsMany(Matrix rows, Labels labels) {
        if (rows.rows() != labels.size()) {
            throw new InvalidInputException(
                    "there must be one label a row: %d rows, %d labels"
                            .formatted(rows.rows(), labels.size()));
        }
    }
}
