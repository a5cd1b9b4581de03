package relrep.kernels.linear;

import org.bytedeco.openblas.global.openblas;

/**
 * Makes OpenBLAS work on the calling thread alone, whatever the environment says. Kernels divide
 * the work themselves, and threads that OpenBLAS starts inside a JVM have crashed the process.
 */
public final class OneThread {
    static {
        openblas.blas_set_num_threads(1);
    }

    private OneThread() {}

    /** Sets the number of threads; call it before every use of OpenBLAS. */
    public static void keep() {}
}
