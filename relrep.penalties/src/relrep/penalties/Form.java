package relrep.penalties;

/** The functions of the difference between a death time and β. */
public enum Form {
    /** {@code |d - β|}. */
    ABS {
        @Override
        double value(double difference) {
            return Math.abs(difference);
        }

        @Override
        double slope(double difference) {
            return Math.signum(difference);
        }
    },
    /** {@code (d - β)²}. */
    SQUARE {
        @Override
        double value(double difference) {
            return difference * difference;
        }

        @Override
        double slope(double difference) {
            return 2 * difference;
        }
    },
    /** {@code max(0, d - β)}: only death times above β count. */
    HINGE {
        @Override
        double value(double difference) {
            return Math.max(0, difference);
        }

        @Override
        double slope(double difference) {
            return difference > 0 ? 1 : 0;
        }
    };

    abstract double value(double difference);

    abstract double slope(double difference);
}
