package relrep.vectors.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import relrep.api.data.Labels;
import relrep.api.data.Samples;
import relrep.api.data.Shape;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.imageio.ImageIO;

class SampleSourceTest {
    @TempDir Path folder;

    private final List<String> notes = new ArrayList<>();

    private final Run run =
            new Run() {
                @Override
                public Seed seed() {
                    return Seed.of(1);
                }

                @Override
                public void step(long done, long total) {}

                @Override
                public Run part(String name, double share) {
                    return this;
                }

                @Override
                public void note(String sentence) {
                    notes.add(sentence);
                }
            };

    private Samples read(Path path, String text, String key, Integer channels) {
        return new SampleSource(
                        path,
                        Optional.ofNullable(text),
                        Optional.ofNullable(key),
                        Optional.ofNullable(channels))
                .read(null, run);
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private String refusal(Path path, String text, String key) {
        return assertThrows(InvalidInputException.class, () -> read(path, text, key, null))
                .getMessage()
                .replace(folder.toString(), "DIR");
    }

    @Test
    void aTextFileHasOneTextALine() throws IOException {
        Samples samples = read(write("a.txt", "one\r\n\nthree\u2028still three"), null, null, null);
        assertEquals(List.of("one", "", "three\u2028still three"), samples.texts());
        assertEquals(1, notes.size());
        assertTrue(notes.get(0).startsWith("1 of the 3 texts of "), notes.get(0));
    }

    @Test
    void aTextThatIsNotInUtf8IsRefusedWithItsLine() throws IOException {
        Path latin = folder.resolve("latin.txt");
        Files.write(latin, "good\ncafé\n".getBytes(StandardCharsets.ISO_8859_1));
        String refusal = refusal(latin, null, null);
        assertTrue(refusal.contains("DIR/latin.txt") && refusal.contains("line 2"), refusal);
    }

    @Test
    void aTableHasAColumnOfTextsAndOneOfKeys() throws IOException {
        Path csv = write("a.csv", "id,text\n7,\"one, two\"\n8,three\n");
        Samples samples = read(csv, "text", "id", null);
        assertEquals(List.of("one, two", "three"), samples.texts());
        assertEquals(Optional.of(List.of("7", "8")), samples.keys());
        Path tsv = write("a.tsv", "id\ttext\n7\tone, two\n");
        assertEquals(List.of("one, two"), read(tsv, "text", null, null).texts());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "review|id|DIR/a.csv, line 2: there must be a column 'review', there are id, text",
                "text|text|DIR/a.csv: keys must differ, but 'x' is in line 2 and in line 3",
            })
    void anUnfitTableIsRefused(String text, String key, String sentence) throws IOException {
        assertEquals(sentence, refusal(write("a.csv", "id,text\n7,x\n8,x\n"), text, key));
    }

    @Test
    void aMissingFileIsRefused() {
        assertEquals(
                "samples must be in a file or folder that exists, and DIR/no.txt does not",
                refusal(folder.resolve("no.txt"), null, null));
    }

    private Path picture(String name, int width, int type, int colour) throws IOException {
        BufferedImage picture = new BufferedImage(width, 2, type);
        picture.setRGB(width - 1, 0, colour);
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        ImageIO.write(picture, "png", file.toFile());
        return file;
    }

    @Test
    void aFolderOfPicturesHasTheirPathsAsKeysAndItsFoldersAsClasses() throws IOException {
        picture("cats/b.png", 3, BufferedImage.TYPE_INT_RGB, 0xff0000);
        picture("ants/a.png", 3, BufferedImage.TYPE_INT_RGB, 0x0000ff);
        Samples samples = read(folder, null, null, null);
        assertEquals(new Shape(3, 2, 3), samples.shape());
        assertEquals(Optional.of(List.of("ants/a.png", "cats/b.png")), samples.keys());
        assertEquals(Labels.of(List.of("ants", "cats"), 0, 1), samples.labels().orElseThrow());
        float[] blue = new float[18];
        blue[12 + 2] = 1;
        assertArrayEquals(blue, samples.inputs().row(0), "channel after channel, row after row");
        float[] grey = read(folder, null, null, 1).inputs().row(1);
        assertEquals(.299f, grey[2], 1e-6f);
    }

    @Test
    void greyPicturesKeepTheirSteps() throws IOException {
        BufferedImage grey = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_GRAY);
        grey.getRaster().setSample(1, 0, 0, 51);
        ImageIO.write(grey, "png", folder.resolve("g.png").toFile());
        Samples samples = read(folder, null, null, null);
        assertArrayEquals(new float[] {0, .2f}, samples.inputs().row(0), 1e-7f);
        assertEquals(Optional.empty(), samples.labels());
    }

    @Test
    void picturesOfTwoSizesAndBrokenOnesAreRefused() throws IOException {
        assertTrue(refusal(folder, null, null).startsWith("a folder of pictures must have files"));
        picture("a.png", 3, BufferedImage.TYPE_INT_RGB, 0);
        picture("b.png", 4, BufferedImage.TYPE_INT_RGB, 0);
        assertEquals(
                "the pictures of a folder must be of one size, but DIR/a.png has 3 × 2 pixels and"
                        + " DIR/b.png has 4 × 2",
                refusal(folder, null, null));
        write("b.png", "no picture");
        assertEquals(
                "DIR/b.png must be a picture, but has no picture's beginning",
                refusal(folder, null, null));
    }
}
