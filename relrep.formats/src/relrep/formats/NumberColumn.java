package relrep.formats;

/** What the words are that stand at one place of all lines, where they are numbers. */
final class NumberColumn {
    private static final int SEVERAL = 3;

    private final EqualSteps progression = new EqualSteps();
    private boolean integers = true;
    private boolean constant = true;
    private double first;
    private long count;

    /** Takes the next number, or NaN where there is none. */
    void add(double value) {
        if (progression.open()) {
            progression.add(value);
        }
        first = count++ == 0 ? value : first;
        constant &= value == first;
        integers &= value == Math.rint(value);
    }

    /** Returns whether they may still be any of what is asked here. */
    boolean open() {
        return integers || progression.open();
    }

    /** Returns whether they stand at equal distances. */
    boolean step() {
        return progression.holds();
    }

    /** Returns whether they are three or more integers, not all the same. */
    boolean integers() {
        return integers && !constant && count >= SEVERAL;
    }
}
