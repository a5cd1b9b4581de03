package relrep.api.data;

import relrep.api.run.InvalidInputException;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * <i>k</i> anchors, each the mean of a group of rows. Single samples, 30 a class and class means
 * are one type; the same anchors placed in two spaces give corresponding points. Immutable.
 *
 * <p>Source: Moschella et al., Relative representations enable zero-shot latent space
 * communication, ICLR 2023; class means: Lähner &amp; Moeller, On the Direct Alignment of Latent
 * Spaces, table 4.
 */
public final class Anchors {
    private final int[][] groups;

    private Anchors(int[][] groups) {
        this.groups = groups;
    }

    /** Returns one anchor for each of these rows. */
    public static Anchors ofRows(int... rows) {
        return new Anchors(
                IntStream.of(rows).mapToObj(row -> new int[] {row}).toArray(int[][]::new));
    }

    /**
     * Returns one anchor for each group of rows, at the mean of the group.
     *
     * @throws InvalidInputException when a group is empty
     */
    public static Anchors ofGroups(List<int[]> groups) {
        int[][] copy = groups.stream().map(int[]::clone).toArray(int[][]::new);
        for (int i = 0; i < copy.length; i++) {
            if (copy[i].length == 0) {
                throw new InvalidInputException(
                        "an anchor is the mean of at least one sample, but group %d is empty"
                                .formatted(i));
            }
        }
        return new Anchors(copy);
    }

    /** Returns every one of {@code n} rows as an anchor: the full correspondence. */
    public static Anchors all(int n) {
        return ofRows(IntStream.range(0, n).toArray());
    }

    /** Returns <i>k</i>. */
    public int size() {
        return groups.length;
    }

    /** Returns a copy of the rows whose mean is anchor {@code i}. */
    public int[] group(int i) {
        return groups[i].clone();
    }

    /** Returns whether every anchor is a single sample. */
    public boolean single() {
        return Arrays.stream(groups).allMatch(group -> group.length == 1);
    }

    /**
     * Returns the anchors as points of a space.
     *
     * @param latents {@code n × d}
     * @return {@code k × d}, means taken in double precision
     * @throws InvalidInputException when a row number is not below <i>n</i>
     */
    public Matrix place(Matrix latents) {
        for (int[] group : groups) {
            for (int row : group) {
                if (row < 0 || row >= latents.rows()) {
                    throw new InvalidInputException(
                            "anchors must be rows 0 to %d, not %d"
                                    .formatted(latents.rows() - 1, row));
                }
            }
        }
        return Matrix.filled(
                groups.length,
                latents.cols(),
                memory -> {
                    for (int[] group : groups) {
                        memory.put(mean(latents, group));
                    }
                });
    }

    private static float[] mean(Matrix latents, int[] group) {
        if (group.length == 1) {
            return latents.row(group[0]);
        }
        double[] sum = new double[latents.cols()];
        for (int row : group) {
            float[] values = latents.row(row);
            for (int j = 0; j < sum.length; j++) {
                sum[j] += values[j];
            }
        }
        float[] mean = new float[sum.length];
        for (int j = 0; j < sum.length; j++) {
            mean[j] = (float) (sum[j] / group.length);
        }
        return mean;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Anchors that && Arrays.deepEquals(groups, that.groups);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(groups);
    }

    @Override
    public String toString() {
        return groups.length + (groups.length == 1 ? " anchor" : " anchors");
    }
}
