package relrep.torture;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file with a fitted map. It is read by mapping the unit vectors, whose images are the rows of
 * its weight plus its shift.
 */
final class MapSpecimen implements Specimen {
    private final Path points;
    private final byte[] sound;

    /** Fits a map of the unit vectors' width. */
    MapSpecimen(Path points) {
        this.points = points;
        this.sound = fit(points.resolveSibling("fit"));
    }

    private static byte[] fit(Path folder) {
        try {
            Files.createDirectories(folder);
            NpyArray source = NpyArray.normal(Attempt.random(7, "map", 0), 50, Specimens.width());
            NpyArray target = NpyArray.normal(Attempt.random(7, "map", 1), 50, Specimens.width());
            source.write(folder.resolve("source.npy"));
            target.write(folder.resolve("target.npy"));
            new Surroundings(folder)
                    .brief()
                    .run(
                            "align",
                            "--source=source.npy",
                            "--target=target.npy",
                            "--aligner=affine",
                            "--out=map.safetensors",
                            "--quiet")
                    .exits(0);
            return Files.readAllBytes(folder.resolve("map.safetensors"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    @Override
    public String format() {
        return "map";
    }

    @Override
    public String file() {
        return "map.safetensors";
    }

    @Override
    public byte[] sound() {
        return sound.clone();
    }

    @Override
    public String command(String file, String out) {
        return "apply --quiet --map %s --points %s --out %s".formatted(file, points, out);
    }

    @Override
    public Optional<NpyArray> soundAnswer() {
        return strict(sound);
    }

    /** Returns the images of the unit vectors; empty unless header and tensors are correct. */
    @Override
    public Optional<NpyArray> strict(byte[] damaged) {
        if (damaged.length < Long.BYTES) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(damaged).order(ByteOrder.LITTLE_ENDIAN);
        long length = buffer.getLong();
        if (length < 2 || length > buffer.remaining()) {
            return Optional.empty();
        }
        byte[] header = new byte[(int) length];
        buffer.get(header);
        try {
            JsonObject json =
                    JsonParser.parseString(new String(header, StandardCharsets.UTF_8))
                            .getAsJsonObject();
            int width = Specimens.width();
            double[] weight = tensor(json, "weight", buffer.slice(), width * width);
            double[] shift = tensor(json, "shift", buffer.slice(), width);
            float[] images = new float[width * width];
            for (int i = 0; i < images.length; i++) {
                images[i] = (float) (weight[i] + shift[i % width]);
            }
            return Optional.of(new NpyArray(width, width, images));
        } catch (JsonParseException
                | IllegalStateException
                | ClassCastException
                | NullPointerException
                | UnsupportedOperationException
                | IndexOutOfBoundsException
                | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static double[] tensor(JsonObject json, String name, ByteBuffer data, int size) {
        JsonObject tensor = json.getAsJsonObject(name);
        int from = tensor.getAsJsonArray("data_offsets").get(0).getAsInt();
        boolean wide = tensor.get("dtype").getAsString().equals("F64");
        data.order(ByteOrder.LITTLE_ENDIAN);
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] =
                    wide
                            ? data.getDouble(from + i * Double.BYTES)
                            : data.getFloat(from + i * Float.BYTES);
        }
        return values;
    }
}
