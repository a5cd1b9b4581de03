package relrep.kernels.linear;

/** Interprets LAPACK's return codes. */
final class Lapack {
    private Lapack() {}

    static void requireDone(String what, DoubleMatrix a, int info) {
        if (info < 0) {
            throw new ArithmeticException(
                    "%s needs finite numbers, this %s has others (argument %d)"
                            .formatted(what, a, -info));
        }
        if (info > 0) {
            throw new ArithmeticException(
                    "%s of a %s did not converge (code %d)".formatted(what, a, info));
        }
    }
}
