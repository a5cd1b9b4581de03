package relrep.formats;

import relrep.api.file.VectorBlock;
import relrep.api.file.VectorTarget;
import relrep.api.file.VectorWriter;
import relrep.api.run.InvalidInputException;
import relrep.files.PartFile;
import relrep.files.npy.NpyWriter;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.Channels;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a {@code .npz}: the array {@code vectors}, then {@code keys}. */
final class NpzOutput implements VectorWriter {
    private static final int PIECE_FLOATS = 1 << 14;
    private static final int BUFFER = 1 << 16;

    private final PartFile file;
    private final ZipOutputStream out;
    private final VectorTarget target;
    private final List<String> keys = new ArrayList<>();
    private long written;

    private NpzOutput(PartFile file, VectorTarget target) {
        this.file = file;
        this.target = target;
        this.out =
                new ZipOutputStream(
                        new BufferedOutputStream(Channels.newOutputStream(file.channel()), BUFFER));
        out.setLevel(Deflater.BEST_SPEED);
    }

    static NpzOutput to(VectorTarget target) {
        NpzOutput output = new NpzOutput(PartFile.of(target.file()), target);
        try {
            output.begin("vectors");
            output.out.write(NpyWriter.header(target.rows(), target.width()));
            return output;
        } catch (IOException e) {
            output.close();
            throw output.file.failed(e);
        }
    }

    /** Starts an array. The bytes do not depend on the time of writing. */
    private void begin(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name + ".npy");
        entry.setLastModifiedTime(FileTime.fromMillis(0));
        out.putNextEntry(entry);
    }

    @Override
    public boolean keepsKeys() {
        return true;
    }

    @Override
    public void append(VectorBlock block) {
        int rows = block.vectors().rows();
        boolean named = !target.keyed() || rows == 0 || !block.keys().isEmpty();
        if (block.vectors().cols() != target.width() || written + rows > target.rows() || !named) {
            throw new InvalidInputException(
                    "a block must have %d columns%s and at most the %d rows that are left, not %d × %d"
                            .formatted(
                                    target.width(),
                                    target.keyed() ? ", keys" : "",
                                    target.rows() - written,
                                    rows,
                                    block.vectors().cols()));
        }
        try {
            write(block.vectors().buffer());
        } catch (IOException e) {
            throw file.failed(e);
        }
        if (target.keyed()) {
            keys.addAll(block.keys());
        }
        written += rows;
    }

    private void write(FloatBuffer values) throws IOException {
        ByteBuffer piece =
                ByteBuffer.allocate(PIECE_FLOATS * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        while (values.hasRemaining()) {
            int count = Math.min(PIECE_FLOATS, values.remaining());
            piece.asFloatBuffer().put(values.slice(values.position(), count));
            values.position(values.position() + count);
            out.write(piece.array(), 0, count * Float.BYTES);
        }
    }

    @Override
    public void commit() {
        if (written != target.rows()) {
            throw new InvalidInputException(
                    "%s must get %d rows, but got %d"
                            .formatted(target.file(), target.rows(), written));
        }
        try {
            out.closeEntry();
            if (target.keyed()) {
                writeKeys();
            }
            out.close();
        } catch (IOException e) {
            throw file.failed(e);
        }
        file.commit();
    }

    private void writeKeys() throws IOException {
        begin(Npz.KEYS);
        int letters =
                Math.max(
                        1,
                        keys.stream()
                                .mapToInt(key -> key.codePointCount(0, key.length()))
                                .max()
                                .orElse(1));
        out.write(NpyWriter.header("<U" + letters, "(%d,)".formatted(keys.size())));
        for (String key : keys) {
            ByteBuffer text =
                    ByteBuffer.allocate(letters * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            key.codePoints().forEach(text::putInt);
            out.write(text.array());
        }
        out.closeEntry();
    }

    @Override
    public void close() {
        file.close();
    }
}
