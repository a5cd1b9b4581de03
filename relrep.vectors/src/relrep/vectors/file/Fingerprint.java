package relrep.vectors.file;

import relrep.api.data.Matrix;
import relrep.workbench.digest.Sha256;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.security.MessageDigest;

/** Computes the SHA-256 of matrices. */
public final class Fingerprint {
    private static final int BLOCK = 1 << 14;

    private Fingerprint() {}

    /**
     * Returns the checksum of the values of matrices, one after another, as little-endian float32.
     */
    public static String of(Matrix... matrices) {
        MessageDigest sha = Sha256.start();
        ByteBuffer block = ByteBuffer.allocate(BLOCK * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (Matrix matrix : matrices) {
            FloatBuffer values = matrix.buffer();
            while (values.hasRemaining()) {
                int count = Math.min(BLOCK, values.remaining());
                block.asFloatBuffer().put(values.slice(values.position(), count));
                values.position(values.position() + count);
                sha.update(block.array(), 0, count * Float.BYTES);
            }
        }
        return Sha256.end(sha);
    }
}
