package relrep.workbench.tensor;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

import relrep.api.data.Matrix;
import relrep.api.model.NetworkState;
import relrep.workbench.digest.Sha256;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads and writes files in the safetensors format. A file has the length of a JSON header, the
 * header, then the numbers of all tensors one after the other, little-endian float32. The
 * attributes are the header's metadata. The metadata includes a SHA-256 of the numbers and one of
 * the rest of the header. Any safetensors reader can read the files.
 */
public final class Safetensors {
    private static final String METADATA = "__metadata__";
    private static final String CHECKSUM = "relrep.sha256";
    private static final int BLOCK = 1 << 16;
    private static final int SHOWN = 64;
    private static final long LARGEST_HEADER = 1 << 26;

    private Safetensors() {}

    /** Writes tensors and attributes into a new file. */
    public static void write(NetworkState state, Path file) throws IOException {
        MessageDigest sha = Sha256.start();
        state.tensors().values().forEach(tensor -> blocks(tensor, sha::update));
        byte[] header = header(state, Sha256.end(sha));
        try (FileChannel out =
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            claim(out);
            ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            drain(out, length.putLong(header.length).flip());
            drain(out, ByteBuffer.wrap(header));
            for (Matrix tensor : state.tensors().values()) {
                IOException[] failed = new IOException[1];
                blocks(tensor, block -> attempt(out, block, failed));
                if (failed[0] != null) {
                    throw failed[0];
                }
            }
        }
    }

    /**
     * Locks the file while it is written. An unfinished file without a lock was left by a killed
     * process.
     */
    private static void claim(FileChannel out) {
        try {
            out.tryLock();
        } catch (IOException | OverlappingFileLockException unknown) {
            return; // no locks here
        }
    }

    private static void attempt(FileChannel out, ByteBuffer block, IOException[] failed) {
        try {
            if (failed[0] == null) {
                drain(out, block);
            }
        } catch (IOException e) {
            failed[0] = e;
        }
    }

    private static void drain(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    private static byte[] header(NetworkState state, String checksum) {
        JsonObject header = new JsonObject();
        JsonObject metadata = new JsonObject();
        state.attributes().forEach(metadata::addProperty);
        header.add(METADATA, metadata);
        long at = 0;
        for (Map.Entry<String, Matrix> entry : state.tensors().entrySet()) {
            Matrix tensor = entry.getValue();
            long end = at + (long) tensor.rows() * tensor.cols() * Float.BYTES;
            JsonObject description = new JsonObject();
            description.addProperty("dtype", "F32");
            description.add("shape", pair(tensor.rows(), tensor.cols()));
            description.add("data_offsets", pair(at, end));
            header.add(entry.getKey(), description);
            at = end;
        }
        metadata.addProperty(CHECKSUM, checksum + "." + checksum(header));
        String text = header.toString();
        int unaligned = text.getBytes(StandardCharsets.UTF_8).length % Long.BYTES;
        String padding = " ".repeat((Long.BYTES - unaligned) % Long.BYTES);
        return (text + padding).getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the checksum of a header without it. */
    private static String checksum(JsonObject header) {
        return Sha256.of(header.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static JsonArray pair(long a, long b) {
        JsonArray pair = new JsonArray();
        pair.add(a);
        pair.add(b);
        return pair;
    }

    private static void blocks(Matrix tensor, Consumer<ByteBuffer> to) {
        FloatBuffer values = tensor.buffer();
        ByteBuffer block = ByteBuffer.allocate(BLOCK * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        while (values.hasRemaining()) {
            int length = Math.min(BLOCK, values.remaining());
            block.clear();
            block.asFloatBuffer().put(values.slice(values.position(), length));
            values.position(values.position() + length);
            to.accept(block.limit(length * Float.BYTES));
        }
    }

    /**
     * Reads a file.
     *
     * @throws CorruptEntryException when the file is truncated, changed, or not a safetensors file
     */
    public static NetworkState read(Path file) throws IOException {
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer length = take(in, file, Long.BYTES);
            long size = length.getLong();
            if (size < 2 || size > LARGEST_HEADER) {
                throw corrupt(
                        file,
                        "a header of 2 to %d bytes at offset 0, not %d",
                        LARGEST_HEADER,
                        size);
            }
            ByteBuffer header = take(in, file, Math.toIntExact(size));
            try {
                return state(in, file, StandardCharsets.UTF_8.decode(header).toString());
            } catch (JsonParseException
                    | IllegalStateException
                    | UnsupportedOperationException
                    | IllegalArgumentException
                    | NullPointerException
                    | IndexOutOfBoundsException
                    | ArithmeticException
                    | ClassCastException wrong) {
                throw new CorruptEntryException(
                        file + ": a safetensors header must stand at offset 8", wrong);
            }
        }
    }

    private static NetworkState state(FileChannel in, Path file, String header) throws IOException {
        JsonObject json = JsonParser.parseString(header).getAsJsonObject();
        Map<String, String> attributes = new LinkedHashMap<>();
        String checksum = numbersChecksum(file, json);
        if (json.has(METADATA)) {
            json.getAsJsonObject(METADATA)
                    .asMap()
                    .forEach((key, value) -> attributes.put(key, value.getAsString()));
        }
        MessageDigest sha = Sha256.start();
        Map<String, Matrix> tensors = new LinkedHashMap<>();
        long expected = 0;
        for (Map.Entry<String, JsonElement> entry : json.entrySet()) {
            if (!entry.getKey().equals(METADATA)) {
                JsonObject description = entry.getValue().getAsJsonObject();
                long[] offsets = longs(description.getAsJsonArray("data_offsets"));
                if (offsets[0] != expected) {
                    throw corrupt(
                            file,
                            "'%s' to begin at %d, not %d",
                            entry.getKey(),
                            expected,
                            offsets[0]);
                }
                expected = offsets[1];
                tensors.put(entry.getKey(), tensor(in, file, entry.getKey(), description, sha));
            }
        }
        if (in.position() != in.size()) {
            throw corrupt(
                    file, "the end of the file at offset %d, not %d", in.position(), in.size());
        }
        if (checksum != null && !checksum.equals(Sha256.end(sha))) {
            throw corrupt(file, "numbers with the SHA-256 %s", checksum);
        }
        return new NetworkState(tensors, attributes);
    }

    /**
     * Checks the checksum of the header, and returns that of the numbers; null for files of other
     * programs, which have none.
     */
    private static String numbersChecksum(Path file, JsonObject json) throws CorruptEntryException {
        JsonElement known =
                json.has(METADATA) ? json.getAsJsonObject(METADATA).remove(CHECKSUM) : null;
        if (known == null) {
            return null;
        }
        String[] both = known.getAsString().split("\\.", 2);
        if (both.length == 2 && !both[1].equals(checksum(json))) {
            throw corrupt(file, "a header with the SHA-256 %s", both[1]);
        }
        return both[0];
    }

    private static Matrix tensor(
            FileChannel in, Path file, String name, JsonObject description, MessageDigest sha)
            throws IOException {
        long[] shape = longs(description.getAsJsonArray("shape"));
        long[] offsets = longs(description.getAsJsonArray("data_offsets"));
        String type = description.get("dtype").getAsString();
        if (!type.equals("F32") || shape.length == 0) {
            throw corrupt(file, "'%s' to be float32 of at least one dimension", name);
        }
        int rows = Math.toIntExact(shape.length == 1 ? 1 : shape[0]);
        int cols = 1;
        for (int i = shape.length == 1 ? 0 : 1; i < shape.length; i++) {
            cols = Math.multiplyExact(cols, Math.toIntExact(shape[i]));
        }
        int bytes = Math.multiplyExact(Math.multiplyExact(rows, cols), Float.BYTES);
        if (offsets[1] - offsets[0] != bytes) {
            throw corrupt(file, "'%s' to have %d bytes", name, bytes);
        }
        ByteBuffer data = take(in, file, bytes);
        sha.update(data.duplicate());
        return Matrix.filled(rows, cols, memory -> memory.put(data.asFloatBuffer()));
    }

    private static long[] longs(JsonArray array) {
        return array.asList().stream().mapToLong(JsonElement::getAsLong).toArray();
    }

    private static ByteBuffer take(FileChannel in, Path file, int bytes) throws IOException {
        long at = in.position();
        if (bytes > in.size() - at) {
            throw corrupt(file, "%d bytes at offset %d, there are %d", bytes, at, in.size() - at);
        }
        ByteBuffer data = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (data.hasRemaining() && in.read(data) >= 0) {}
        return data.flip();
    }

    private static CorruptEntryException corrupt(Path file, String expected, Object... values) {
        Object[] shown = Arrays.stream(values).map(Safetensors::shown).toArray();
        return new CorruptEntryException(file + ": expected " + expected.formatted(shown), null);
    }

    /** Returns a name for a message. A name in a file may contain any characters. */
    private static Object shown(Object value) {
        if (!(value instanceof String text)) {
            return value;
        }
        String line = text.replaceAll("\\p{Cntrl}", "?");
        return line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
    }
}
