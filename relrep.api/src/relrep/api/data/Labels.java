package relrep.api.data;

import relrep.api.run.InvalidInputException;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The class of each sample: a number from 0 that indexes a list of class names. Immutable. */
public final class Labels {
    private final int[] values;
    private final List<String> classes;
    private volatile int[][] rows;

    private Labels(int[] values, List<String> classes) {
        this.values = values;
        this.classes = classes;
    }

    /**
     * Returns labels with named classes.
     *
     * @param classes the names, in the order of their numbers; some may have no sample
     * @param values one number per sample, 0 to {@code classes.size() - 1}
     * @throws InvalidInputException when a number has no name
     */
    public static Labels of(List<String> classes, int... values) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] < 0 || values[i] >= classes.size()) {
                throw new InvalidInputException(
                        "labels must be 0 to %d, but sample %d has %d"
                                .formatted(classes.size() - 1, i, values[i]));
            }
        }
        return new Labels(values.clone(), List.copyOf(classes));
    }

    /** Returns labels whose classes are called {@code 0, 1, …} up to the largest. */
    public static Labels of(int... values) {
        int largest = Arrays.stream(values).max().orElse(-1);
        return of(IntStream.rangeClosed(0, largest).mapToObj(String::valueOf).toList(), values);
    }

    /** Returns the number of samples, <i>n</i>. */
    public int size() {
        return values.length;
    }

    /** Returns the class of one sample. */
    public int get(int sample) {
        return values[sample];
    }

    /** Returns the names of the classes; a class may have no sample. */
    public List<String> classes() {
        return classes;
    }

    /** Returns the rows of one class, in rising order. */
    public int[] rowsOf(int label) {
        if (label < 0 || label >= classes.size()) {
            return new int[0];
        }
        if (rows == null) {
            rows = byClass();
        }
        return rows[label].clone();
    }

    /** Sorts the rows of all classes in one pass, since there may be as many classes as rows. */
    private int[][] byClass() {
        int[] sizes = new int[classes.size()];
        for (int value : values) {
            sizes[value]++;
        }
        int[][] all = IntStream.of(sizes).mapToObj(int[]::new).toArray(int[][]::new);
        for (int i = values.length - 1; i >= 0; i--) {
            all[values[i]][--sizes[values[i]]] = i;
        }
        return all;
    }

    /** Returns the labels of these samples, in this order, with the same classes. */
    public Labels select(int... samples) {
        return new Labels(IntStream.of(samples).map(i -> values[i]).toArray(), classes);
    }

    /** Returns a copy of the numbers. */
    public int[] toArray() {
        return values.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Labels that
                && classes.equals(that.classes)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * classes.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return values.length + " labels of " + classes.size() + " classes";
    }
}
