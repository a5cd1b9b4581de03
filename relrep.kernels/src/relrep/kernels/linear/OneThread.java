package relrep.kernels.linear;

import org.bytedeco.openblas.global.openblas;

/**
 * The promise that OpenBLAS works on the thread that calls it, whatever the environment asks for:
 * kernels divide the work themselves, and threads that OpenBLAS starts inside a JVM have ended the
 * process.
 */
public final class OneThread {
    static {
        openblas.blas_set_num_threads(1);
    }

    private OneThread() {}

    /** Keeps the promise; whoever calls OpenBLAS calls this before. */
    public static void keep() {}
}
