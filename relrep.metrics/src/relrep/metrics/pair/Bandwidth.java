package relrep.metrics.pair;

import relrep.kernels.tile.PairOrder;

/** What the width of a Gaussian kernel is taken from. */
public enum Bandwidth {
    /** The lower of the two middle squared distances other than 0. */
    LOWER_MEDIAN {
        @Override
        double square(PairOrder squares, int n) {
            long there = squares.size() - squares.zeros();
            return squares.value(squares.zeros() + (there - 1) / 2);
        }
    },
    /** The mean of the two middle squared distances other than 0. */
    MEDIAN {
        @Override
        double square(PairOrder squares, int n) {
            long there = squares.size() - squares.zeros();
            double lower = squares.value(squares.zeros() + (there - 1) / 2);
            return (lower + squares.value(squares.zeros() + there / 2)) / 2;
        }
    },
    /**
     * The mean of the two middle entries of the whole table of squared distances, every pair twice
     * and the zeros of its diagonal among them.
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
    /** Nothing: 1 in every space. */
    FIXED {
        @Override
        double square(PairOrder squares, int n) {
            return 1;
        }
    };

    /** Returns the square of the width before the factor. */
    abstract double square(PairOrder squares, int n);
}
