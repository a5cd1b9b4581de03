package relrep.api.tck.mutant;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Damages the bytes of a file as disks, transfers, editors and attackers do. */
public final class Damage {
    private static final int LONGEST = 48;
    private static final int MOST = 3;
    private static final List<String> PIECES =
            List.of(
                    "nan",
                    "-inf",
                    "1e999",
                    "-",
                    "999999999999999999999",
                    "4294967297",
                    "-1",
                    "0",
                    "\n",
                    "\r",
                    "\r\n\r\n",
                    "\t",
                    " ",
                    ",",
                    ";",
                    "\"",
                    "'",
                    "#",
                    "\0",
                    "\u00e9",
                    "\uFEFF",
                    "{",
                    "}",
                    "[",
                    "[[[[[[[[",
                    "(",
                    "))",
                    "&a",
                    "*a",
                    "!!",
                    ": ",
                    "null",
                    "=1+1",
                    "%n%s",
                    "\u001b[31m",
                    "..");

    private Damage() {}

    /** Returns damaged bytes with one to three changes. The given bytes stay unchanged. */
    public static byte[] of(byte[] whole, RandomGenerator random) {
        byte[] bytes = whole;
        for (int times = random.nextInt(1, MOST + 1); times > 0; times--) {
            bytes = once(bytes, random);
        }
        return bytes;
    }

    private static byte[] once(byte[] bytes, RandomGenerator random) {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + random.nextInt(LONGEST));
        byte[] slice = Arrays.copyOfRange(bytes, from, to);
        byte[] piece = piece(random);
        return switch (random.nextInt(7)) {
            case 0 -> replaced(bytes, from, to, flipped(slice, random));
            case 1 -> replaced(bytes, from, to, random(slice, random));
            case 2 -> Arrays.copyOf(bytes, from);
            case 3 -> replaced(bytes, from, to, new byte[0]);
            case 4 -> replaced(bytes, to, to, slice);
            case 5 -> replaced(bytes, from, from, piece);
            default -> replaced(bytes, from, to, piece);
        };
    }

    private static byte[] piece(RandomGenerator random) {
        return PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] flipped(byte[] slice, RandomGenerator random) {
        if (slice.length > 0) {
            slice[random.nextInt(slice.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        }
        return slice;
    }

    private static byte[] random(byte[] slice, RandomGenerator random) {
        byte[] other = new byte[slice.length];
        random.nextBytes(other);
        return other;
    }

    private static byte[] replaced(byte[] bytes, int from, int to, byte[] by) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(bytes, 0, from);
        all.writeBytes(by);
        all.write(bytes, to, bytes.length - to);
        return all.toByteArray();
    }
}
