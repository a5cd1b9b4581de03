package relrep.report.drawing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes pixels as PNG: with a palette where there are at most 256 colours, which is a third of the
 * size. It needs none of the JDK's graphics, so that pictures are in an SVG on every machine.
 */
final class PngFile {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int PALETTE = 256;
    private static final byte TRUE_COLOUR = 2;
    private static final byte INDEXED = 3;

    private PngFile() {}

    static byte[] of(Pixels pixels) {
        int[] rgb = pixels.rgb();
        Map<Integer, Integer> palette = palette(rgb);
        boolean indexed = palette.size() <= PALETTE;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(SIGNATURE);
        ByteBuffer header = ByteBuffer.allocate(13).putInt(pixels.width()).putInt(pixels.height());
        header.put((byte) 8).put(indexed ? INDEXED : TRUE_COLOUR);
        chunk(out, "IHDR", header.array());
        if (indexed) {
            ByteBuffer colours = ByteBuffer.allocate(3 * palette.size());
            palette.keySet().forEach(colour -> put(colours, colour));
            chunk(out, "PLTE", colours.array());
        }
        chunk(out, "IDAT", deflated(lines(pixels.width(), rgb, indexed ? palette : null)));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
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
    private static byte[] lines(int width, int[] rgb, Map<Integer, Integer> palette) {
        int bytes = palette == null ? 3 : 1;
        ByteBuffer all = ByteBuffer.allocate(rgb.length / width * (1 + bytes * width));
        for (int i = 0; i < rgb.length; i++) {
            if (i % width == 0) {
                all.put((byte) 0);
            }
            if (palette == null) {
                put(all, rgb[i]);
            } else {
                all.put(palette.get(rgb[i] & 0xFFFFFF).byteValue());
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
