package relrep.report.drawing;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Writes pixels as PNG with {@code javax.imageio}: as grey values, with a palette of at most 256
 * colours, or in full colours.
 */
final class PngFile {
    private static final int PALETTE = 256;
    private static final int COLOURS = 0xFFFFFF;
    private static final int CHANNEL = 0xFF;

    private PngFile() {}

    /**
     * Returns the content of the file.
     *
     * @throws LinkageError when this JDK has no graphics
     */
    static byte[] of(Pixels pixels) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam smallest = writer.getDefaultWriteParam();
        smallest.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        smallest.setCompressionQuality(0);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(file)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image(pixels), null, null), smallest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return file.toByteArray();
    }

    private static BufferedImage image(Pixels pixels) {
        int[] colours = pixels.rgb();
        for (int i = 0; i < colours.length; i++) {
            colours[i] &= COLOURS;
        }
        if (Arrays.stream(colours).allMatch(PngFile::grey)) {
            int[] values = Arrays.stream(colours).map(colour -> colour & CHANNEL).toArray();
            return filled(pixels, image(pixels, BufferedImage.TYPE_BYTE_GRAY), values);
        }
        int[] palette = Arrays.stream(colours).distinct().limit(PALETTE + 1L).sorted().toArray();
        if (palette.length <= PALETTE) {
            int[] numbers =
                    Arrays.stream(colours)
                            .map(colour -> Arrays.binarySearch(palette, colour))
                            .toArray();
            return filled(pixels, indexed(pixels, palette), numbers);
        }
        BufferedImage image = image(pixels, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, pixels.width(), pixels.height(), colours, 0, pixels.width());
        return image;
    }

    private static boolean grey(int colour) {
        return colour == (colour & CHANNEL) * 0x010101;
    }

    private static BufferedImage image(Pixels pixels, int type) {
        return new BufferedImage(pixels.width(), pixels.height(), type);
    }

    private static BufferedImage indexed(Pixels pixels, int[] palette) {
        IndexColorModel model =
                new IndexColorModel(
                        Byte.SIZE, palette.length, palette, 0, false, -1, DataBuffer.TYPE_BYTE);
        return new BufferedImage(
                pixels.width(), pixels.height(), BufferedImage.TYPE_BYTE_INDEXED, model);
    }

    private static BufferedImage filled(Pixels pixels, BufferedImage image, int[] values) {
        image.getRaster().setPixels(0, 0, pixels.width(), pixels.height(), values);
        return image;
    }
}
