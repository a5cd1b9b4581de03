package relrep.nd4j;

import java.util.Random;

/** A process that runs each routine at each size and prints one line for each. */
final class LapackProbe {
    private static final int[] SIZES = {64, 96, 128, 256, 512, 1024};

    private LapackProbe() {}

    public static void main(String[] arguments) {
        for (Lapack routine : Lapack.values()) {
            for (int n : SIZES) {
                System.out.println(routine + " " + n + " " + error(routine, n));
            }
        }
    }

    private static double error(Lapack routine, int n) {
        try {
            return routine.error(n, new Random(n));
        } catch (ArithmeticException e) {
            return Double.POSITIVE_INFINITY;
        }
    }
}
