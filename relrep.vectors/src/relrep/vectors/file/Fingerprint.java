package relrep.vectors.file;

import relrep.api.data.Matrix;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of numbers. */
public final class Fingerprint {
    private static final int BLOCK = 1 << 14;

    private Fingerprint() {}

    /** Returns the checksum of the values of matrices, one after another, little-endian float32. */
    public static String of(Matrix... matrices) {
        MessageDigest sha = sha();
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
        return HexFormat.of().formatHex(sha.digest());
    }

    private static MessageDigest sha() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
