package relrep.metrics.retrieval;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import relrep.api.data.Matrix;
import relrep.api.metric.RetrievalAppraiser.Agreement;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

class CosineRetrievalTest {
    private static final Run RUN = Run.quiet(Seed.of(3));

    /** Cosines are float32. */
    private static final double ROUNDING = 1e-5;

    private static Matrix normal(String name, int rows, int cols) {
        RandomGenerator random = Seed.of(5).branch(name).random();
        float[] values = new float[rows * cols];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Matrix.of(rows, cols, values);
    }

    private static Agreement ask(Matrix truth, Matrix queries, Matrix documents, int[] own, int k) {
        return new CosineRetrieval()
                .truth(truth.select(own), truth, own, k, RUN)
                .ask(queries.select(own), documents, RUN);
    }

    private static double cosine(float[] a, float[] b) {
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (double) a[i] * b[i];
            aa += (double) a[i] * a[i];
            bb += (double) b[i] * b[i];
        }
        return aa * bb == 0 ? 0 : ab / Math.sqrt(aa * bb);
    }

    private static List<Integer> nearest(Matrix queries, int query, Matrix documents, int k) {
        return IntStream.range(0, documents.rows())
                .filter(row -> row != query)
                .boxed()
                .sorted(
                        Comparator.comparingDouble(
                                row -> -cosine(queries.row(query), documents.row(row))))
                .limit(k)
                .toList();
    }

    /** Queries ask the noisy documents of another space; the definition in plain double. */
    @Test
    void recallAndCorrelationAreTheDefinition() {
        int n = 300;
        Matrix truth = normal("truth", n, 6);
        Matrix noise = normal("noise", n, 6);
        float[] values = truth.toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] += .7f * noise.toArray()[i];
        }
        Matrix documents = Matrix.of(n, 6, values);
        int[] own = IntStream.range(0, n).filter(row -> row % 3 != 1).toArray();
        Agreement found = ask(truth, truth, documents, own, 7);
        for (int q = 0; q < own.length; q++) {
            int query = own[q];
            Set<Integer> right = Set.copyOf(nearest(truth, query, truth, 7));
            long shared =
                    nearest(truth, query, documents, 7).stream().filter(right::contains).count();
            assertEquals(shared / 7., found.recall()[q], ROUNDING);
            double[] x = others(truth, query, truth);
            double[] y = others(truth, query, documents);
            assertEquals(pearson(x, y), found.correlation()[q], ROUNDING);
        }
    }

    private static double[] others(Matrix queries, int query, Matrix documents) {
        return IntStream.range(0, documents.rows())
                .filter(row -> row != query)
                .mapToDouble(row -> cosine(queries.row(query), documents.row(row)))
                .toArray();
    }

    private static double pearson(double[] x, double[] y) {
        double mx = IntStream.range(0, x.length).mapToDouble(i -> x[i]).average().orElseThrow();
        double my = IntStream.range(0, y.length).mapToDouble(i -> y[i]).average().orElseThrow();
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - mx) * (y[i] - my);
            xx += (x[i] - mx) * (x[i] - mx);
            yy += (y[i] - my) * (y[i] - my);
        }
        return xy / Math.sqrt(xx * yy);
    }

    @ParameterizedTest
    @ValueSource(floats = {1e-30f, 1, 1e30f})
    void theSameSpaceFindsAllInAnyUnit(float unit) {
        Matrix truth = normal("same", 50, 5);
        float[] values = truth.toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] *= unit;
        }
        Matrix other = Matrix.of(50, 5, values);
        int[] own = IntStream.range(0, 50).toArray();
        Agreement found = ask(truth, other, other, own, 10);
        for (int i = 0; i < 50; i++) {
            assertEquals(1, found.recall()[i], ROUNDING);
            assertEquals(1, found.correlation()[i], ROUNDING);
        }
    }

    /** What is tied is drawn by lot: a collapsed space finds what chance does. */
    @Test
    void aCollapsedSpaceFindsNoMoreThanChance() {
        Matrix truth = normal("collapsed", 41, 4);
        int[] own = IntStream.range(0, 41).toArray();
        float[] chance = new float[41];
        Arrays.fill(chance, 10 / 40f);
        Matrix zero = Matrix.of(41, 4, new float[41 * 4]);
        Matrix one =
                Matrix.filled(41, 4, memory -> IntStream.range(0, 164).forEach(i -> memory.put(2)));
        for (Matrix collapsed : List.of(zero, one)) {
            Agreement found = ask(truth, collapsed, collapsed, own, 10);
            assertArrayEquals(chance, found.recall(), 1e-6f);
            assertArrayEquals(new float[41], found.correlation());
            assertArrayEquals(chance, ask(collapsed, truth, truth, own, 10).recall(), 1e-6f);
            assertArrayEquals(
                    chance, ask(collapsed, collapsed, collapsed, own, 10).recall(), 1e-6f);
        }
    }

    @Test
    void whatDoesNotFitIsRefused() {
        Matrix truth = normal("fit", 5, 3);
        int[] own = {0, 1};
        assertEquals(
                "answers must be 1 to 4, the documents there are less the query itself, not 5",
                refusal(() -> ask(truth, truth, truth, own, 5)));
        assertEquals(
                "queries and documents must be equally wide, not 2 and 3",
                refusal(() -> ask(truth, normal("q", 5, 2), truth, own, 2)));
        assertEquals(
                "2 queries must ask 5 documents, not 2 ask 4",
                refusal(() -> ask(truth, truth, truth.rows(0, 4), own, 2)));
        assertEquals(
                "each of 2 queries must have a document of its own among 5, not [0, 5]",
                refusal(
                        () ->
                                new CosineRetrieval()
                                        .truth(truth.rows(0, 2), truth, new int[] {0, 5}, 2, RUN)));
    }

    private static String refusal(Runnable work) {
        return assertThrows(InvalidInputException.class, work::run).getMessage();
    }
}
