package relrep.nd4j;

import static org.bytedeco.openblas.global.openblas.LAPACKE_dgelsd;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dgesdd;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dgesv;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dpotrf;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dsyevd;
import static org.bytedeco.openblas.global.openblas.LAPACK_COL_MAJOR;

import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * One routine of LAPACK on one well conditioned problem of size <i>n</i>: {@link #error} is how far
 * plain Java finds the answer from right, relative to the data. A factorisation is tried on random
 * vectors, {@code |A·x − L·(L'·x)|}: a wrong entry shows in nearly every such product.
 */
enum Lapack {
    DPOTRF {
        @Override
        double error(int n, Random random) {
            PlainMatrix a = PlainMatrix.positive(n, random);
            PlainMatrix factor = a.copy();
            require(LAPACKE_dpotrf(LAPACK_COL_MAJOR, (byte) 'L', n, factor.values(), n));
            PlainMatrix l = factor.lower();
            return differ(n, random, a::times, x -> l.times(l.transposedTimes(x)));
        }
    },
    DGESV {
        @Override
        double error(int n, Random random) {
            PlainMatrix a = PlainMatrix.positive(n, random);
            double[] wanted = vector(n, random);
            double[] x = a.times(wanted);
            int[] pivots = new int[n];
            require(LAPACKE_dgesv(LAPACK_COL_MAJOR, n, 1, a.copy().values(), n, pivots, x, n));
            return distance(x, wanted);
        }
    },
    DGESDD {
        @Override
        double error(int n, Random random) {
            PlainMatrix a = PlainMatrix.gaussian(n, n, random);
            double[] s = new double[n];
            PlainMatrix u = PlainMatrix.gaussian(n, n, random);
            PlainMatrix vt = PlainMatrix.gaussian(n, n, random);
            byte all = (byte) 'A';
            require(
                    LAPACKE_dgesdd(
                            LAPACK_COL_MAJOR,
                            all,
                            n,
                            n,
                            a.copy().values(),
                            n,
                            s,
                            u.values(),
                            n,
                            vt.values(),
                            n));
            double product = differ(n, random, a::times, x -> u.times(scale(s, vt.times(x))));
            double left = differ(n, random, x -> x, x -> u.transposedTimes(u.times(x)));
            double right = differ(n, random, x -> x, x -> vt.times(vt.transposedTimes(x)));
            return Math.max(product, Math.max(left, right));
        }
    },
    DSYEVD {
        @Override
        double error(int n, Random random) {
            PlainMatrix a = PlainMatrix.positive(n, random);
            PlainMatrix q = a.copy();
            double[] values = new double[n];
            byte vectors = (byte) 'V';
            byte lower = (byte) 'L';
            require(LAPACKE_dsyevd(LAPACK_COL_MAJOR, vectors, lower, n, q.values(), n, values));
            double product =
                    differ(n, random, a::times, x -> q.times(scale(values, q.transposedTimes(x))));
            return Math.max(product, differ(n, random, x -> x, x -> q.transposedTimes(q.times(x))));
        }
    },
    DGELSD {
        @Override
        double error(int n, Random random) {
            int rows = n + n / 4;
            PlainMatrix a = PlainMatrix.gaussian(rows, n, random);
            double[] wanted = vector(n, random);
            double[] x = a.times(wanted);
            double[] s = new double[n];
            int[] rank = new int[1];
            require(
                    LAPACKE_dgelsd(
                            LAPACK_COL_MAJOR,
                            rows,
                            n,
                            1,
                            a.copy().values(),
                            rows,
                            x,
                            rows,
                            s,
                            -1,
                            rank));
            return rank[0] == n ? distance(java.util.Arrays.copyOf(x, n), wanted) : 1;
        }
    };

    private static final int PROBES = 3;

    abstract double error(int n, Random random);

    /** The largest relative difference of two maps on random vectors. */
    static double differ(
            int n, Random random, UnaryOperator<double[]> wanted, UnaryOperator<double[]> is) {
        double worst = 0;
        for (int probe = 0; probe < PROBES; probe++) {
            double[] x = vector(n, random);
            worst = Math.max(worst, distance(is.apply(x), wanted.apply(x)));
        }
        return worst;
    }

    /** {@code |is − wanted| / |wanted|}, infinite for anything that is no number. */
    static double distance(double[] is, double[] wanted) {
        double difference = 0;
        double size = 0;
        for (int i = 0; i < wanted.length; i++) {
            difference += (is[i] - wanted[i]) * (is[i] - wanted[i]);
            size += wanted[i] * wanted[i];
        }
        double relative = Math.sqrt(difference / size);
        return Double.isNaN(relative) ? Double.POSITIVE_INFINITY : relative;
    }

    static double[] vector(int n, Random random) {
        return random.doubles(n, -1, 1).toArray();
    }

    static double[] scale(double[] s, double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = s[i] * x[i];
        }
        return y;
    }

    private static void require(int info) {
        if (info != 0) {
            throw new ArithmeticException("info " + info);
        }
    }
}
