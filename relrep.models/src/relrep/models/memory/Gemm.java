package relrep.models.memory;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

/** Multiplies row-major matrices in off-heap memory. */
public final class Gemm {
    private Gemm() {}

    /** Computes {@code C = AB + βC}: A is {@code m × k}, B is {@code k × n}. */
    public static void product(
            int m, int n, int k, FloatBlock a, FloatBlock b, float beta, FloatBlock c) {
        run(CblasNoTrans, CblasNoTrans, m, n, k, a, k, b, n, beta, c);
    }

    /** Computes {@code C = ABᵀ + βC}: A is {@code m × k}, B is {@code n × k}. */
    public static void productTransposed(
            int m, int n, int k, FloatBlock a, FloatBlock b, float beta, FloatBlock c) {
        run(CblasNoTrans, CblasTrans, m, n, k, a, k, b, k, beta, c);
    }

    /** Computes {@code C = AᵀB + βC}: A is {@code k × m}, B is {@code k × n}. */
    public static void transposedProduct(
            int m, int n, int k, FloatBlock a, FloatBlock b, float beta, FloatBlock c) {
        run(CblasTrans, CblasNoTrans, m, n, k, a, m, b, n, beta, c);
    }

    /** Computes {@code C = AB + βC}: A is {@code m × k}, B is {@code k × n}. */
    public static void product(
            int m, int n, int k, MovableView a, MovableView b, float beta, MovableView c) {
        run(CblasNoTrans, CblasNoTrans, m, n, k, a, b, beta, c);
    }

    /** Computes {@code C = ABᵀ + βC}: A is {@code m × k}, B is {@code n × k}. */
    public static void productTransposed(
            int m, int n, int k, MovableView a, MovableView b, float beta, MovableView c) {
        run(CblasNoTrans, CblasTrans, m, n, k, a, b, beta, c);
    }

    /** Computes {@code C = AᵀB + βC}: A is {@code k × m}, B is {@code k × n}. */
    public static void transposedProduct(
            int m, int n, int k, MovableView a, MovableView b, float beta, MovableView c) {
        run(CblasTrans, CblasNoTrans, m, n, k, a, b, beta, c);
    }

    private static void run(
            int formA,
            int formB,
            int m,
            int n,
            int k,
            MovableView a,
            MovableView b,
            float beta,
            MovableView c) {
        cblas_sgemm(
                CblasRowMajor,
                formA,
                formB,
                m,
                n,
                k,
                1f,
                a.pointer(),
                a.stride(),
                b.pointer(),
                b.stride(),
                beta,
                c.pointer(),
                c.stride());
    }

    private static void run(
            int formA,
            int formB,
            int m,
            int n,
            int k,
            FloatBlock a,
            int strideA,
            FloatBlock b,
            int strideB,
            float beta,
            FloatBlock c) {
        if (m > 0) {
            cblas_sgemm(
                    CblasRowMajor,
                    formA,
                    formB,
                    m,
                    n,
                    k,
                    1f,
                    a.pointer(),
                    strideA,
                    b.pointer(),
                    strideB,
                    beta,
                    c.pointer(),
                    n);
        }
    }
}
