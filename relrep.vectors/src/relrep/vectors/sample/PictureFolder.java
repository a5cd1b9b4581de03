package relrep.vectors.sample;

import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.data.Samples;
import relrep.api.data.Shape;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

/**
 * A folder of pictures: PNG, JPEG, GIF or BMP, all of one size. Values are 0 to 1. A picture's key
 * is its path in the folder. Where all pictures are in sub-folders, those are the classes.
 */
final class PictureFolder {
    private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "gif", "bmp");
    private static final float WHITE = 255;

    private final Path folder;
    private final Optional<Integer> channels;

    PictureFolder(Path folder, Optional<Integer> channels) {
        this.folder = folder;
        this.channels = channels;
    }

    /**
     * Reads all pictures, in the order of their names.
     *
     * @throws InvalidInputException when there is none, one cannot be read, or the sizes differ
     */
    Samples read(Run run) {
        List<Path> files = files();
        Shape shape = null;
        float[] values = new float[0];
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            run.step(i, files.size());
            BufferedImage picture = picture(files.get(i));
            if (shape == null) {
                shape =
                        new Shape(
                                channels.orElse(picture.getRaster().getNumBands() < 3 ? 1 : 3),
                                picture.getHeight(),
                                picture.getWidth());
                values = new float[Math.multiplyExact(files.size(), shape.size())];
            }
            requireSize(shape, files.get(0), picture, files.get(i));
            copy(picture, shape, values, i * shape.size());
            keys.add(key(files.get(i)));
        }
        return new Samples(Matrix.of(files.size(), shape.size(), values), shape, labels(files))
                .keyed(keys);
    }

    private List<Path> files() {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> files = all.filter(PictureFolder::picked).sorted().toList();
            if (files.isEmpty()) {
                throw new InvalidInputException(
                        "a folder of pictures must have files that end with .png, .jpg, .gif or .bmp, and %s has none"
                                .formatted(folder));
            }
            return files;
        } catch (IOException failed) {
            throw new InvalidInputException(
                    "%s must be readable, but is not: %s".formatted(folder, failed.getMessage()),
                    failed);
        }
    }

    private static boolean picked(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1))
                && Files.isRegularFile(file);
    }

    private static BufferedImage picture(Path file) {
        try {
            BufferedImage picture = ImageIO.read(file.toFile());
            if (picture != null) {
                return picture;
            }
            throw new InvalidInputException(
                    "%s must be a picture, but has no picture's beginning".formatted(file));
        } catch (IOException | IndexOutOfBoundsException broken) {
            throw new InvalidInputException(
                    "%s must be a picture, but is broken: %s".formatted(file, broken.getMessage()),
                    broken);
        }
    }

    private static void requireSize(Shape shape, Path first, BufferedImage picture, Path file) {
        if (picture.getHeight() != shape.height() || picture.getWidth() != shape.width()) {
            throw new InvalidInputException(
                    "the pictures of a folder must be of one size, but %s has %d × %d pixels and %s has %d × %d"
                            .formatted(
                                    first,
                                    shape.width(),
                                    shape.height(),
                                    file,
                                    picture.getWidth(),
                                    picture.getHeight()));
        }
    }

    /** Copies channel after channel. Grey is the weighted mean of the colours (ITU-R BT.601). */
    private static void copy(BufferedImage picture, Shape shape, float[] values, int from) {
        int plane = shape.height() * shape.width();
        for (int y = 0; y < shape.height(); y++) {
            for (int x = 0; x < shape.width(); x++) {
                int at = from + y * shape.width() + x;
                if (shape.channels() == 1 && picture.getRaster().getNumBands() < 3) {
                    values[at] = picture.getRaster().getSample(x, y, 0) / largest(picture);
                    continue;
                }
                int colour = picture.getRGB(x, y);
                float red = (colour >> 16 & 0xff) / WHITE;
                float green = (colour >> 8 & 0xff) / WHITE;
                float blue = (colour & 0xff) / WHITE;
                if (shape.channels() == 1) {
                    values[at] = .299f * red + .587f * green + .114f * blue;
                } else {
                    values[at] = red;
                    values[at + plane] = green;
                    values[at + 2 * plane] = blue;
                }
            }
        }
    }

    private static float largest(BufferedImage picture) {
        return (1 << picture.getSampleModel().getSampleSize(0)) - 1f;
    }

    private String key(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private Optional<Labels> labels(List<Path> files) {
        List<String> folders =
                files.stream()
                        .map(folder::relativize)
                        .map(path -> path.getNameCount() > 1 ? path.getName(0).toString() : "")
                        .toList();
        if (folders.contains("")) {
            return Optional.empty();
        }
        List<String> classes = List.copyOf(new TreeSet<>(folders));
        return Optional.of(
                Labels.of(classes, folders.stream().mapToInt(classes::indexOf).toArray()));
    }
}
