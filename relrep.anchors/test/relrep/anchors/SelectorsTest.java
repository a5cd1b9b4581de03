package relrep.anchors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

import relrep.api.data.AnchorSelector;
import relrep.api.data.Anchors;
import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.data.Space;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Tests choices of anchors that can be checked by hand. */
class SelectorsTest {
    /** Ten points on a line at 0, 1, 4, 9, … 81, of classes a and b in turn; class c is empty. */
    private static final Space SQUARES =
            Space.of(
                    "squares",
                    Matrix.of(10, 1, 0, 1, 4, 9, 16, 25, 36, 49, 64, 81),
                    Labels.of(List.of("a", "b", "c"), 0, 1, 0, 1, 0, 1, 0, 1, 0, 1));

    @Test
    void randomWithASmallerCountIsTheBeginning() {
        int[] three = rows(random(3), SQUARES, 5);
        int[] ten = rows(random(10), SQUARES, 5);
        assertArrayEquals(three, IntStream.of(ten).limit(3).toArray());
        assertArrayEquals(IntStream.range(0, 10).toArray(), IntStream.of(ten).sorted().toArray());
        assertFalse(
                Arrays.equals(ten, rows(random(10), SQUARES, 6)), "another seed, another order");
    }

    @Test
    void randomTakesEverySampleEquallyOften() {
        int[] hits = new int[10];
        int runs = 2_000;
        for (int seed = 0; seed < runs; seed++) {
            for (int row : rows(random(3), SQUARES, seed)) {
                hits[row]++;
            }
        }
        double expected = runs * 0.3;
        double sigma = Math.sqrt(runs * 0.3 * 0.7);
        for (int hit : hits) {
            assertEquals(expected, hit, 5 * sigma, "binomial, five standard deviations");
        }
    }

    @Test
    void perClassTakesAsManyOfEachInTheOrderOfClasses() {
        int[] rows = rows(new PerClass().with(new PerClass.Options(2)), SQUARES, 5);
        assertEquals(4, rows.length);
        assertTrue(rows[0] % 2 == 0 && rows[1] % 2 == 0, "class a has the even rows");
        assertTrue(rows[2] % 2 == 1 && rows[3] % 2 == 1, "class b has the odd rows");
    }

    @Test
    void perClassDrawsFromAClassWhateverTheOthersAre() {
        AnchorSelector two = new PerClass().with(new PerClass.Options(2));
        Space other =
                Space.of(
                        "other",
                        SQUARES.latents(),
                        Labels.of(List.of("x", "b"), 0, 1, 0, 1, 0, 1, 0, 1, 0, 1));
        assertArrayEquals(
                IntStream.of(rows(two, SQUARES, 5)).skip(2).toArray(),
                IntStream.of(rows(two, other, 5)).skip(2).toArray());
    }

    @Test
    void perClassRefusesAClassWithTooFew() {
        assertRefused(
                "count must be at most the 5 samples of class 'a', 10 of 'squares' in all, not 6",
                () -> rows(new PerClass().with(new PerClass.Options(6)), SQUARES, 1));
    }

    @Test
    void classMeansAreTheMeans() {
        Anchors anchors = select(new ClassMeans(), SQUARES, 1);
        assertEquals(2, anchors.size(), "class c has no sample");
        assertArrayEquals(
                new float[] {(0 + 4 + 16 + 36 + 64) / 5f, (1 + 9 + 25 + 49 + 81) / 5f},
                anchors.place(SQUARES.latents()).toArray());
    }

    @Test
    void farthestAlwaysTakesTheWidestGap() {
        int[] rows = rows(farthest(5, Distance.EUCLIDEAN), SQUARES, 1);
        float[] x = SQUARES.latents().toArray();
        for (int i = 1; i < rows.length; i++) {
            int[] before = IntStream.of(rows).limit(i).toArray();
            double taken = gap(x, rows[i], before);
            for (int other = 0; other < x.length; other++) {
                double gap = gap(x, other, before);
                assertTrue(
                        gap < taken || (gap == taken && other >= rows[i]),
                        "row %d before row %d".formatted(other, rows[i]));
            }
        }
        assertArrayEquals(
                rows,
                IntStream.of(rows(farthest(10, Distance.EUCLIDEAN), SQUARES, 1))
                        .limit(5)
                        .toArray());
    }

    @Test
    void farthestTakesTheFirstOfSeveral() {
        Space corners = Space.of("corners", Matrix.of(5, 2, 0, 0, 1, 1, 1, -1, -1, 1, -1, -1));
        int seed =
                IntStream.range(0, 100).filter(s -> first(corners, s) == 0).findFirst().getAsInt();
        assertArrayEquals(
                new int[] {0, 1, 2, 3, 4},
                rows(farthest(5, Distance.EUCLIDEAN), corners, seed),
                "the middle is nearest to each corner, and all are equally far from it");
    }

    @Test
    void farthestGoesOnWhereAllThatIsLeftIsThere() {
        Space same = Space.of("same", Matrix.of(4, 1, 7, 7, 7, 7));
        assertArrayEquals(
                new int[] {0, 1, 2, 3},
                IntStream.of(rows(farthest(4, Distance.EUCLIDEAN), same, 3)).sorted().toArray());
    }

    @Test
    void farthestByCosineLooksAtDirectionsAlone() {
        Space rays = Space.of("rays", Matrix.of(5, 2, 1, 0, 100, 1, 0, 1, -2, 0, 50, 0));
        int seed = IntStream.range(0, 100).filter(s -> first(rays, s) == 0).findFirst().getAsInt();
        assertArrayEquals(
                new int[] {0, 3, 2, 1, 4},
                rows(farthest(5, Distance.COSINE), rays, seed),
                "opposite, then across, then 0.57 degrees, then none");
    }

    @Test
    void kMeansFindsClustersThatLieApart() {
        Space space = blobs(4, 50);
        AnchorSelector four = new KMeans().with(new KMeans.Options(4, KMeans.Anchor.MEAN, 100));
        Anchors anchors = select(four, space, 1);
        for (int i = 0; i < 4; i++) {
            int[] group = anchors.group(i);
            assertEquals(50, group.length);
            assertEquals(
                    1,
                    IntStream.of(group)
                            .map(row -> space.requireLabels().get(row))
                            .distinct()
                            .count());
        }
    }

    @Test
    void kMeansTakesTheSampleNearestToTheMeanOfItsCluster() {
        Space space = blobs(4, 50);
        Anchors means =
                select(new KMeans().with(new KMeans.Options(4, KMeans.Anchor.MEAN, 100)), space, 1);
        Anchors nearest =
                select(
                        new KMeans().with(new KMeans.Options(4, KMeans.Anchor.NEAREST, 100)),
                        space,
                        1);
        Matrix centres = means.place(space.latents());
        for (int i = 0; i < 4; i++) {
            double least = Double.POSITIVE_INFINITY;
            int expected = -1;
            for (int row : means.group(i)) {
                double squared = squared(space.latents().row(row), centres.row(i));
                if (squared < least) {
                    least = squared;
                    expected = row;
                }
            }
            assertArrayEquals(new int[] {expected}, nearest.group(i));
        }
    }

    @Test
    void kMeansOfAsManyClustersAsSamplesTakesThemAll() {
        int[] rows =
                rows(
                        new KMeans().with(new KMeans.Options(10, KMeans.Anchor.NEAREST, 10)),
                        SQUARES,
                        1);
        assertArrayEquals(IntStream.range(0, 10).toArray(), IntStream.of(rows).sorted().toArray());
    }

    @Test
    void kMeansLeavesNoClusterEmptyWhereSamplesAreTheSame() {
        Space same = Space.of("same", Matrix.of(5, 1, 7, 7, 7, 7, 7));
        Anchors anchors =
                select(new KMeans().with(new KMeans.Options(3, KMeans.Anchor.MEAN, 10)), same, 1);
        assertEquals(5, IntStream.range(0, 3).map(i -> anchors.group(i).length).sum());
    }

    @Test
    void frequentAreTheFirst() {
        assertArrayEquals(
                new int[] {0, 1, 2},
                rows(new Frequent().with(new Frequent.Options(3, 0)), SQUARES, 1));
    }

    @Test
    void frequentCanBeDrawnAmongTheFirst() {
        assertArrayEquals(
                new int[] {0, 1, 2, 3},
                IntStream.of(rows(new Frequent().with(new Frequent.Options(4, 4)), SQUARES, 1))
                        .sorted()
                        .toArray());
        assertRefused(
                "among must be 0 or at least count, 4, not 3", () -> new Frequent.Options(4, 3));
    }

    @Test
    void uniformLatentTakesTheSparseEndAsOftenAsTheDenseOne() {
        int[] hits = new int[10];
        for (int seed = 0; seed < 1_000; seed++) {
            hits[rows(new UniformLatent().with(new UniformLatent.Options(1)), SQUARES, seed)[0]]++;
        }
        double width = 81;
        double sigma = Math.sqrt(1_000 * 0.1 * 0.9);
        assertEquals(1_000 * (81 - 72.5) / width, hits[9], 5 * sigma, "nearest from 72.5 on");
        assertEquals(1_000 * 0.5 / width, hits[0], 5 * sigma, "nearest up to 0.5");
    }

    @Test
    void oneSampleIsOneInTheRefusal() {
        Space one = Space.of("one", Matrix.of(1, 2, 0, 0));
        assertRefused(
                "count must be at most the 1 sample of 'one', not 2",
                () -> rows(random(2), one, 1));
    }

    @Test
    void refuseMoreThanThereAre() {
        String sentence = "count must be at most the 10 samples of 'squares', not 11";
        assertRefused(sentence, () -> rows(random(11), SQUARES, 1));
        assertRefused(sentence, () -> rows(farthest(11, Distance.COSINE), SQUARES, 1));
        assertRefused(
                sentence, () -> rows(new Frequent().with(new Frequent.Options(11, 0)), SQUARES, 1));
        assertRefused(
                sentence,
                () ->
                        rows(
                                new KMeans().with(new KMeans.Options(11, KMeans.Anchor.MEAN, 9)),
                                SQUARES,
                                1));
        assertRefused(
                sentence,
                () -> rows(new UniformLatent().with(new UniformLatent.Options(11)), SQUARES, 1));
    }

    @Test
    void refuseLatentsThatAreNotNumbers() {
        Space broken = Space.of("broken", Matrix.of(3, 2, 1, 2, 3, Float.NaN, 5, 6));
        String sentence =
                "the latents of 'broken' must be finite numbers, but row 1, column 1 is NaN";
        assertRefused(sentence, () -> rows(farthest(1, Distance.EUCLIDEAN), broken, 1));
        assertRefused(
                sentence,
                () ->
                        rows(
                                new KMeans().with(new KMeans.Options(1, KMeans.Anchor.MEAN, 9)),
                                broken,
                                1));
        assertRefused(
                sentence,
                () -> rows(new UniformLatent().with(new UniformLatent.Options(1)), broken, 1));
    }

    @Test
    void refuseASpaceWithoutLabels() {
        Space plain = Space.of("plain", SQUARES.latents());
        assertRefused("labels are needed, 'plain' has none", () -> rows(new PerClass(), plain, 1));
        assertRefused(
                "labels are needed, 'plain' has none", () -> rows(new ClassMeans(), plain, 1));
    }

    private static AnchorSelector random(int count) {
        return new Random().with(new Random.Options(count));
    }

    private static AnchorSelector farthest(int count, Distance distance) {
        return new Farthest().with(new Farthest.Options(count, distance));
    }

    private static int first(Space space, int seed) {
        return rows(farthest(1, Distance.EUCLIDEAN), space, seed)[0];
    }

    private static Anchors select(AnchorSelector selector, Space space, int seed) {
        return selector.select(space, Run.quiet(Seed.of(seed)));
    }

    private static int[] rows(AnchorSelector selector, Space space, int seed) {
        Anchors anchors = select(selector, space, seed);
        assertTrue(anchors.single());
        return IntStream.range(0, anchors.size()).map(i -> anchors.group(i)[0]).toArray();
    }

    private static double gap(float[] x, int row, int[] taken) {
        return IntStream.of(taken).mapToDouble(t -> Math.abs(x[row] - x[t])).min().getAsDouble();
    }

    private static double squared(float[] a, float[] b) {
        return IntStream.range(0, a.length)
                .mapToDouble(j -> ((double) a[j] - b[j]) * ((double) a[j] - b[j]))
                .sum();
    }

    /** Balls of radius about 1 at distance 100, one after another. */
    private static Space blobs(int count, int size) {
        SplittableRandom random = new SplittableRandom(11);
        float[] values = new float[count * size * 2];
        int[] labels = new int[count * size];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = i / size;
            values[2 * i] = 100 * labels[i] + random.nextFloat();
            values[2 * i + 1] = random.nextFloat();
        }
        return Space.of("blobs", Matrix.of(labels.length, 2, values), Labels.of(labels));
    }

    private static void assertRefused(String sentence, Executable attempt) {
        assertEquals(sentence, assertThrows(InvalidInputException.class, attempt).getMessage());
    }
}
