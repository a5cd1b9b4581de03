package relrep.bench;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

import java.lang.management.ManagementFactory;

/**
 * Measures the limits of this machine: fused multiply-adds of one thread in registers, and bytes
 * that one thread copies. The best of many short rounds is taken, so that a busy machine gives the
 * limits too.
 */
final class Peak {
    private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
    private static final int ROUNDS = 40;
    private static final int STEPS = 1_000_000;
    private static final int SUMS = 10;
    private static final int FLOATS = 32 << 20;
    private static final double GIGA = 1e9;

    private Peak() {}

    static Limits measure() {
        return new Limits(flops() / GIGA, bytes() / GIGA);
    }

    /** Returns the processor time of this thread, which does not include the work of others. */
    private static double seconds() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / GIGA;
    }

    private static double flops() {
        double best = 0;
        float kept = 0;
        for (int r = 0; r < ROUNDS; r++) {
            double start = seconds();
            kept += multiply(1 + r * 1e-9f);
            double seconds = seconds() - start;
            best = Math.max(best, 2. * STEPS * SUMS * S.length() / seconds);
        }
        return kept == 1 ? 0 : best;
    }

    /**
     * Computes ten independent sums: a fused multiply-add takes four steps, and two start in each
     * step.
     */
    private static float multiply(float factor) {
        FloatVector a = FloatVector.broadcast(S, factor);
        FloatVector b = FloatVector.broadcast(S, 1e-9f);
        FloatVector c0 = b;
        FloatVector c1 = b;
        FloatVector c2 = b;
        FloatVector c3 = b;
        FloatVector c4 = b;
        FloatVector c5 = b;
        FloatVector c6 = b;
        FloatVector c7 = b;
        FloatVector c8 = b;
        FloatVector c9 = b;
        for (int i = 0; i < STEPS; i++) {
            c0 = a.fma(b, c0);
            c1 = a.fma(b, c1);
            c2 = a.fma(b, c2);
            c3 = a.fma(b, c3);
            c4 = a.fma(b, c4);
            c5 = a.fma(b, c5);
            c6 = a.fma(b, c6);
            c7 = a.fma(b, c7);
            c8 = a.fma(b, c8);
            c9 = a.fma(b, c9);
        }
        FloatVector sum = c0.add(c1).add(c2).add(c3).add(c4);
        return sum.add(c5).add(c6).add(c7).add(c8).add(c9).lane(0);
    }

    private static double bytes() {
        float[] from = new float[FLOATS];
        float[] to = new float[FLOATS];
        double best = 0;
        for (int r = 0; r < ROUNDS / 2; r++) {
            double start = seconds();
            System.arraycopy(from, 0, to, 0, FLOATS);
            best = Math.max(best, 2. * Float.BYTES * FLOATS / (seconds() - start));
        }
        return best;
    }
}
