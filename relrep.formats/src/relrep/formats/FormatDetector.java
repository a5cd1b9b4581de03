package relrep.formats;

import relrep.api.file.FileSignature;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Detects the format of a file by its name and its first bytes; at most one format is the answer.
 */
enum FormatDetector {
    NPY,
    ZIP,
    TABLE,
    WORD2VEC,
    TEXT,
    UNKNOWN;

    private static final byte[] NUMPY = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final Pattern HEADER = Pattern.compile("(?s)\\d{1,19} \\d{1,10} ?\n.*");
    private static final int HEADER_LENGTH = 40;

    /**
     * Returns the format. Unmistakable bytes count more than the name.
     *
     * @param name in lower case, without {@code .gz}
     */
    static FormatDetector of(String name, byte[] bytes) {
        if (FileSignature.of(bytes).isPresent()) {
            return UNKNOWN;
        }
        if (begins(bytes, NUMPY)) {
            return NPY;
        }
        if (begins(bytes, new byte[] {'P', 'K', 3, 4})
                || begins(bytes, new byte[] {'P', 'K', 5, 6})) {
            return ZIP;
        }
        if (name.endsWith(".npy")) {
            return NPY;
        }
        if (name.endsWith(".npz")) {
            return ZIP;
        }
        if (name.endsWith(".csv") || name.endsWith(".tsv")) {
            return TABLE;
        }
        boolean text = text(bytes);
        boolean header = HEADER.matcher(start(bytes)).matches();
        if ((header && !text) || (name.endsWith(".bin") && !(text && bytes.length > 0))) {
            return WORD2VEC;
        }
        boolean named = name.endsWith(".vec") || name.endsWith(".txt");
        return named || (text && bytes.length > 0) ? TEXT : UNKNOWN;
    }

    private static boolean begins(byte[] bytes, byte[] magic) {
        return bytes.length >= magic.length
                && Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
    }

    private static String start(byte[] bytes) {
        int length = Math.min(HEADER_LENGTH, bytes.length);
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }

    /** Returns whether the bytes have no control characters but tabs and line ends. */
    private static boolean text(byte[] bytes) {
        for (byte b : bytes) {
            if ((b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r') || b == 0x7f) {
                return false;
            }
        }
        return true;
    }
}
