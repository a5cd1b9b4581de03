package relrep.kernels.tile;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Computes the innermost products: six left rows and a few vectors of right rows, with all sums in
 * registers. The right rows are stored coordinate by coordinate, a panel's width at a time.
 *
 * <p>Six rows and three vectors take 22 of the 32 registers of AVX-512 and NEON, six rows and two
 * vectors take 15 of the 16 of AVX2. The methods are written out because the JVM must inline each
 * call in them: with eight rows it stops inlining (NodeCountInliningCutoff), and the sums go to
 * memory.
 */
final class VectorTile {
    static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
    static final int L = S.length();
    static final int ROWS = 6;

    private VectorTile() {}

    /** Multiplies six rows with three vectors. */
    static void three(
            float[] left, int from, int d, float[] right, int at, float[] c, int to, int n) {
        FloatVector c00 = FloatVector.zero(S);
        FloatVector c01 = c00;
        FloatVector c02 = c00;
        FloatVector c10 = c00;
        FloatVector c11 = c00;
        FloatVector c12 = c00;
        FloatVector c20 = c00;
        FloatVector c21 = c00;
        FloatVector c22 = c00;
        FloatVector c30 = c00;
        FloatVector c31 = c00;
        FloatVector c32 = c00;
        FloatVector c40 = c00;
        FloatVector c41 = c00;
        FloatVector c42 = c00;
        FloatVector c50 = c00;
        FloatVector c51 = c00;
        FloatVector c52 = c00;
        int b = at;
        for (int t = from; t < from + d; t++, b += 3 * L) {
            FloatVector b0 = FloatVector.fromArray(S, right, b);
            FloatVector b1 = FloatVector.fromArray(S, right, b + L);
            FloatVector b2 = FloatVector.fromArray(S, right, b + 2 * L);
            FloatVector a = FloatVector.broadcast(S, left[t]);
            c00 = a.fma(b0, c00);
            c01 = a.fma(b1, c01);
            c02 = a.fma(b2, c02);
            a = FloatVector.broadcast(S, left[t + d]);
            c10 = a.fma(b0, c10);
            c11 = a.fma(b1, c11);
            c12 = a.fma(b2, c12);
            a = FloatVector.broadcast(S, left[t + 2 * d]);
            c20 = a.fma(b0, c20);
            c21 = a.fma(b1, c21);
            c22 = a.fma(b2, c22);
            a = FloatVector.broadcast(S, left[t + 3 * d]);
            c30 = a.fma(b0, c30);
            c31 = a.fma(b1, c31);
            c32 = a.fma(b2, c32);
            a = FloatVector.broadcast(S, left[t + 4 * d]);
            c40 = a.fma(b0, c40);
            c41 = a.fma(b1, c41);
            c42 = a.fma(b2, c42);
            a = FloatVector.broadcast(S, left[t + 5 * d]);
            c50 = a.fma(b0, c50);
            c51 = a.fma(b1, c51);
            c52 = a.fma(b2, c52);
        }
        c00.intoArray(c, to);
        c01.intoArray(c, to + L);
        c02.intoArray(c, to + 2 * L);
        c10.intoArray(c, to + n);
        c11.intoArray(c, to + n + L);
        c12.intoArray(c, to + n + 2 * L);
        c20.intoArray(c, to + 2 * n);
        c21.intoArray(c, to + 2 * n + L);
        c22.intoArray(c, to + 2 * n + 2 * L);
        c30.intoArray(c, to + 3 * n);
        c31.intoArray(c, to + 3 * n + L);
        c32.intoArray(c, to + 3 * n + 2 * L);
        c40.intoArray(c, to + 4 * n);
        c41.intoArray(c, to + 4 * n + L);
        c42.intoArray(c, to + 4 * n + 2 * L);
        c50.intoArray(c, to + 5 * n);
        c51.intoArray(c, to + 5 * n + L);
        c52.intoArray(c, to + 5 * n + 2 * L);
    }

    /** Multiplies six rows with two vectors. */
    static void two(
            float[] left, int from, int d, float[] right, int at, float[] c, int to, int n) {
        FloatVector c00 = FloatVector.zero(S);
        FloatVector c01 = c00;
        FloatVector c10 = c00;
        FloatVector c11 = c00;
        FloatVector c20 = c00;
        FloatVector c21 = c00;
        FloatVector c30 = c00;
        FloatVector c31 = c00;
        FloatVector c40 = c00;
        FloatVector c41 = c00;
        FloatVector c50 = c00;
        FloatVector c51 = c00;
        int b = at;
        for (int t = from; t < from + d; t++, b += 2 * L) {
            FloatVector b0 = FloatVector.fromArray(S, right, b);
            FloatVector b1 = FloatVector.fromArray(S, right, b + L);
            FloatVector a = FloatVector.broadcast(S, left[t]);
            c00 = a.fma(b0, c00);
            c01 = a.fma(b1, c01);
            a = FloatVector.broadcast(S, left[t + d]);
            c10 = a.fma(b0, c10);
            c11 = a.fma(b1, c11);
            a = FloatVector.broadcast(S, left[t + 2 * d]);
            c20 = a.fma(b0, c20);
            c21 = a.fma(b1, c21);
            a = FloatVector.broadcast(S, left[t + 3 * d]);
            c30 = a.fma(b0, c30);
            c31 = a.fma(b1, c31);
            a = FloatVector.broadcast(S, left[t + 4 * d]);
            c40 = a.fma(b0, c40);
            c41 = a.fma(b1, c41);
            a = FloatVector.broadcast(S, left[t + 5 * d]);
            c50 = a.fma(b0, c50);
            c51 = a.fma(b1, c51);
        }
        c00.intoArray(c, to);
        c01.intoArray(c, to + L);
        c10.intoArray(c, to + n);
        c11.intoArray(c, to + n + L);
        c20.intoArray(c, to + 2 * n);
        c21.intoArray(c, to + 2 * n + L);
        c30.intoArray(c, to + 3 * n);
        c31.intoArray(c, to + 3 * n + L);
        c40.intoArray(c, to + 4 * n);
        c41.intoArray(c, to + 4 * n + L);
        c50.intoArray(c, to + 5 * n);
        c51.intoArray(c, to + 5 * n + L);
    }

    /** Multiplies six rows with one vector. */
    static void one(
            float[] left, int from, int d, float[] right, int at, float[] c, int to, int n) {
        FloatVector c00 = FloatVector.zero(S);
        FloatVector c10 = c00;
        FloatVector c20 = c00;
        FloatVector c30 = c00;
        FloatVector c40 = c00;
        FloatVector c50 = c00;
        int b = at;
        for (int t = from; t < from + d; t++, b += L) {
            FloatVector b0 = FloatVector.fromArray(S, right, b);
            FloatVector a = FloatVector.broadcast(S, left[t]);
            c00 = a.fma(b0, c00);
            a = FloatVector.broadcast(S, left[t + d]);
            c10 = a.fma(b0, c10);
            a = FloatVector.broadcast(S, left[t + 2 * d]);
            c20 = a.fma(b0, c20);
            a = FloatVector.broadcast(S, left[t + 3 * d]);
            c30 = a.fma(b0, c30);
            a = FloatVector.broadcast(S, left[t + 4 * d]);
            c40 = a.fma(b0, c40);
            a = FloatVector.broadcast(S, left[t + 5 * d]);
            c50 = a.fma(b0, c50);
        }
        c00.intoArray(c, to);
        c10.intoArray(c, to + n);
        c20.intoArray(c, to + 2 * n);
        c30.intoArray(c, to + 3 * n);
        c40.intoArray(c, to + 4 * n);
        c50.intoArray(c, to + 5 * n);
    }
}
