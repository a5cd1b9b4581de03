package relrep.formats;

/**
 * Detects whether numbers are equally spaced, like counters or times. Integers must be exact, over
 * three or more. Fractions must be exact to a millionth of the distance, over eight or more.
 */
final class EqualSteps {
    private static final int SEVERAL = 3;
    private static final int MANY = 8;
    private static final double TOLERANCE = 1e-6;

    private long count;
    private boolean integers = true;
    private boolean even = true;
    private double first;
    private double step;

    void add(double value) {
        integers &= value == Math.rint(value);
        if (count == 0) {
            first = value;
        } else if (count == 1) {
            step = value - first;
        }
        double apart = Math.abs(value - first - count * step);
        even &= apart <= (integers ? 0 : TOLERANCE * Math.abs(step));
        count++;
    }

    /** Returns whether the numbers are equally spaced. */
    boolean holds() {
        return even && step != 0 && count >= (integers ? SEVERAL : MANY);
    }

    /** Returns whether all are integers. */
    boolean integers() {
        return integers;
    }

    /** Returns whether they may be equally spaced, so that more numbers are needed. */
    boolean open() {
        return even;
    }
}
