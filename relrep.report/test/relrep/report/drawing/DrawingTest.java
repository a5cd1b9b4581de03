package relrep.report.drawing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import relrep.report.drawing.Mark.Align;
import relrep.report.drawing.Mark.Point;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;

final class DrawingTest {
    private static Drawing drawing() {
        Drawing drawing = new Drawing(40, 30);
        drawing.box(0, 0, 10, 10, Ink.BLUE);
        drawing.add(new Mark.Picture(20, 10, 10, 10, new Pixels(2, 1, new int[] {0xFF0000, 0xFF})));
        drawing.add(new Mark.Dots(List.of(new Point(5, 25)), 3, 0, Ink.BLACK, 1));
        drawing.add(
                new Mark.Area(
                        List.of(new Point(12, 20), new Point(18, 20), new Point(15, 26)),
                        Ink.GREY));
        drawing.dashes(0, 15, 40, 15, Ink.VERMILLION, 1);
        return drawing;
    }

    private static BufferedImage read(byte[] png) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        if (image.getType() != BufferedImage.TYPE_BYTE_GRAY) {
            return image;
        }
        // getRGB would take the values for linear light
        BufferedImage plain =
                new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                plain.setRGB(x, y, 0x010101 * image.getRaster().getSample(x, y, 0));
            }
        }
        return plain;
    }

    @Test
    void pixelsAreWhereTheMarksAre() throws IOException {
        BufferedImage image = read(Png.of(drawing(), 2));
        assertEquals(80, image.getWidth());
        assertEquals(60, image.getHeight());
        assertEquals(0xFF0072B2, image.getRGB(5, 5));
        assertEquals(0xFFFFFFFF, image.getRGB(70, 50));
        assertEquals(0xFFFF0000, image.getRGB(44, 24));
        assertEquals(0xFF0000FF, image.getRGB(56, 24));
        assertEquals(0xFF000000, image.getRGB(10, 50));
        assertEquals(0xFF666666, image.getRGB(30, 42));
    }

    @Test
    void aFileOfPixelsIsReadByOthers() throws IOException {
        int[] many = new int[300];
        for (int i = 0; i < many.length; i++) {
            many[i] = i * 54321 & 0xFFFFFF;
        }
        int[] grey = new int[300];
        int[] few = new int[300];
        for (int i = 0; i < 300; i++) {
            grey[i] = i * 7 % 256 * 0x010101;
            few[i] = i % 3 * 0x4080;
        }
        for (int[] rgb : List.of(many, new int[300], grey, few)) {
            BufferedImage image = read(PngFile.of(new Pixels(20, 15, rgb)));
            for (int i = 0; i < rgb.length; i++) {
                assertEquals(rgb[i], image.getRGB(i % 20, i / 20) & 0xFFFFFF);
            }
        }
    }

    @Test
    void textIsDrawnByOutlinesThatComeAlong() throws IOException {
        Drawing drawing = new Drawing(60, 20);
        drawing.text(2, 15, "Il±", 14, Align.START);
        BufferedImage image = read(Png.of(drawing, 1));
        int dark = 0;
        for (int x = 0; x < 60; x++) {
            for (int y = 0; y < 20; y++) {
                dark += (image.getRGB(x, y) & 0xFF) < 128 ? 1 : 0;
            }
        }
        assertTrue(dark > 20 && dark < 120, () -> "text must leave some ink");
    }

    @Test
    void widthsAreThoseOfTheLetters() {
        assertEquals(0, Letters.width("", 10));
        assertEquals(
                Letters.width("ab", 10), Letters.width("a", 10) + Letters.width("b", 10), 1e-9);
        assertEquals(Letters.width("□", 10), Letters.width("漢", 10));
        assertEquals("abc", Letters.fit("abc", 10, 100));
        assertTrue(Letters.width(Letters.fit("a very long caption", 10, 50), 10) <= 50);
        assertTrue(Letters.fit("a very long caption", 10, 50).endsWith("…"));
    }

    @Test
    void anSvgIsWellFormedWhateverTheTextIs() throws Exception {
        Drawing drawing = drawing();
        drawing.add(new Mark.Text(1, 1, "a < b & \"c\"", 9, Align.MIDDLE, Ink.GREY, false, true));
        String svg = Svg.of(drawing, "1 < 2");
        var document =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        assertEquals(
                "a < b & \"c\"", document.getElementsByTagName("text").item(0).getTextContent());
        assertEquals("1 < 2", document.getElementsByTagName("title").item(0).getTextContent());
        assertTrue(svg.contains("<path d=\"M5 25h0\""), svg);
    }

    @Test
    void theSameDrawingGivesTheSameBytes() {
        assertEquals(Svg.of(drawing(), "t"), Svg.of(drawing(), "t"));
        assertArrayEquals(Png.of(drawing(), 2), Png.of(drawing(), 2));
    }

    @Test
    void theScaleOfColoursEndsAsPublished() {
        assertEquals(new Ink(0x440154), Ink.scale(0));
        assertEquals(new Ink(0xFDE725), Ink.scale(1));
        assertEquals(new Ink(0xFDE725), Ink.scale(7));
    }
}
