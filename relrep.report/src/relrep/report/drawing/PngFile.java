package relrep.report.drawing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes pixels as PNG: grey, with a palette where there are at most 256 colours, or in full, which
 * ever is the smallest. It needs none of the JDK's graphics, so that pictures are in an SVG on
 * every machine.
 */
final class PngFile {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int PALETTE = 256;
    private static final byte GREY = 0;
    private static final byte PAETH = 4;
    private static final byte TRUE_COLOUR = 2;
    private static final byte INDEXED = 3;

    private PngFile() {}

    static byte[] of(Pixels pixels) {
        int[] rgb = pixels.rgb();
        boolean grey = Arrays.stream(rgb).allMatch(PngFile::grey);
        Map<Integer, Integer> palette = palette(rgb);
        boolean indexed = !grey && palette.size() <= PALETTE;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(SIGNATURE);
        ByteBuffer header = ByteBuffer.allocate(13).putInt(pixels.width()).putInt(pixels.height());
        header.put((byte) 8).put(grey ? GREY : indexed ? INDEXED : TRUE_COLOUR);
        chunk(out, "IHDR", header.array());
        if (indexed) {
            ByteBuffer colours = ByteBuffer.allocate(3 * palette.size());
            palette.keySet().forEach(colour -> put(colours, colour));
            chunk(out, "PLTE", colours.array());
        }
        byte[] plain =
                lines(pixels.width(), rgb, grey || indexed ? 1 : 3, indexed ? palette : null);
        byte[] smallest = deflated(plain);
        if (!indexed) {
            byte[] differences = deflated(differences(plain, pixels.height(), grey ? 1 : 3));
            smallest = differences.length < smallest.length ? differences : smallest;
        }
        chunk(out, "IDAT", smallest);
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static boolean grey(int colour) {
        int blue = colour & 0xFF;
        return (colour >> 8 & 0xFF) == blue && (colour >> 16 & 0xFF) == blue;
    }

    /** Each value less the prediction of Paeth: photographs are a third smaller so. */
    private static byte[] differences(byte[] plain, int height, int bytes) {
        int line = plain.length / height;
        byte[] filtered = new byte[plain.length];
        for (int y = 0; y < height; y++) {
            filtered[y * line] = PAETH;
            for (int x = 1; x < line; x++) {
                int at = y * line + x;
                int left = x > bytes ? plain[at - bytes] & 0xFF : 0;
                int up = y > 0 ? plain[at - line] & 0xFF : 0;
                int corner = x > bytes && y > 0 ? plain[at - line - bytes] & 0xFF : 0;
                filtered[at] = (byte) (plain[at] - nearest(left, up, corner));
            }
        }
        return filtered;
    }

    private static int nearest(int left, int up, int corner) {
        int guess = left + up - corner;
        int toLeft = Math.abs(guess - left);
        int toUp = Math.abs(guess - up);
        int toCorner = Math.abs(guess - corner);
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }

    private static Map<Integer, Integer> palette(int[] rgb) {
        Map<Integer, Integer> palette = new LinkedHashMap<>();
        for (int colour : rgb) {
            palette.putIfAbsent(colour & 0xFFFFFF, palette.size());
            if (palette.size() > PALETTE) {
                break;
            }
        }
        return palette;
    }

    private static void put(ByteBuffer to, int colour) {
        to.put((byte) (colour >> 16)).put((byte) (colour >> 8)).put((byte) colour);
    }

    /** Each line begins with the number of its filter: none. */
    private static byte[] lines(int width, int[] rgb, int bytes, Map<Integer, Integer> palette) {
        ByteBuffer all = ByteBuffer.allocate(rgb.length / width * (1 + bytes * width));
        for (int i = 0; i < rgb.length; i++) {
            if (i % width == 0) {
                all.put((byte) 0);
            }
            if (bytes == 3) {
                put(all, rgb[i]);
            } else {
                int value = palette == null ? rgb[i] : palette.get(rgb[i] & 0xFFFFFF);
                all.put((byte) value);
            }
        }
        return all.array();
    }

    private static byte[] deflated(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] block = new byte[1 << 14];
            while (!deflater.finished()) {
                out.write(block, 0, deflater.deflate(block));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(data.length).array());
        out.writeBytes(name);
        out.writeBytes(data);
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt((int) crc.getValue()).array());
    }
}
