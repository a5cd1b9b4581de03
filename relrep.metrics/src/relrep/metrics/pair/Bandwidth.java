package relrep.metrics.pair;

import relrep.kernels.tile.PairOrder;

/** The ways to choose the width of a Gaussian kernel. */
public enum Bandwidth {
    /** The lower of the two middle squared distances, without zeros. */
    LOWER_MEDIAN {
        @Override
        double square(PairOrder squares, int n) {
            long there = squares.size() - squares.zeros();
            return squares.value(squares.zeros() + (there - 1) / 2);
        }
    },
    /** The mean of the two middle squared distances, without zeros. */
    MEDIAN {
        @Override
        double square(PairOrder squares, int n) {
            long there = squares.size() - squares.zeros();
            double lower = squares.value(squares.zeros() + (there - 1) / 2);
            return (lower + squares.value(squares.zeros() + there / 2)) / 2;
        }
    },
    /**
     * The median of the whole table of squared distances, with every pair twice and with the zeros
     * of its diagonal.
     */
    TABLE_MEDIAN {
        @Override
        double square(PairOrder squares, int n) {
            long there = n + 2 * squares.size();
            return (entry(squares, n, (there - 1) / 2) + entry(squares, n, there / 2)) / 2;
        }

        private double entry(PairOrder squares, int n, long rank) {
            return rank < n ? 0 : squares.value((rank - n) / 2);
        }
    },
    /** The fixed width 1. */
    FIXED {
        @Override
        double square(PairOrder squares, int n) {
            return 1;
        }
    };

    /** Returns the square of the width, before it is multiplied by the factor. */
    abstract double square(PairOrder squares, int n);
}
