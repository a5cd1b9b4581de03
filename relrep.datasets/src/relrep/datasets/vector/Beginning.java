package relrep.datasets.vector;

import java.util.Arrays;

/** How files begin. */
final class Beginning {
    private Beginning() {}

    /** Tells whether the first bytes are these. */
    static boolean is(byte[] beginning, byte... magic) {
        return beginning.length >= magic.length
                && Arrays.equals(beginning, 0, magic.length, magic, 0, magic.length);
    }
}
