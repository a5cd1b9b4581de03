package relrep.runtime.compute;

import relrep.api.data.Content;
import relrep.api.data.DataPlaces;
import relrep.api.data.Inputs;
import relrep.api.data.Matrix;
import relrep.api.data.Numbers;
import relrep.api.model.Encoder;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.runtime.cache.CacheView;
import relrep.runtime.cache.KeptVectors;
import relrep.runtime.cell.CellKeys;
import relrep.runtime.cell.ComputeOnceMap;
import relrep.runtime.cell.PartRun;
import relrep.runtime.cell.PluginResolver;
import relrep.runtime.experiment.LocatedExpression;
import relrep.workbench.digest.Sha256;
import relrep.workbench.parallel.ParallelFor;
import relrep.workbench.plugins.Kind;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * The encoders of a run that are plugins. A sample is encoded once: its latents are kept in the
 * cache by the encoder, the files of its model, and the sample's content.
 */
public final class FrozenEncoders {
    private static final int BLOCK = 256;

    /** The number of blocks at a time: a model of texts has one thread. */
    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    /** The number of letters that end a block. */
    private static final int LETTERS = 100_000;

    private final PluginResolver parts;
    private final DataPlaces places;
    private final CellKeys keys;
    private final CacheView cache;
    private final ComputeOnceMap<LocatedExpression, Encoder> prepared = new ComputeOnceMap<>();

    /** The encoders and sets of samples whose notes were told; networks may share both. */
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    FrozenEncoders(PluginResolver parts, DataPlaces places, CellKeys keys, CacheView cache) {
        this.parts = parts;
        this.places = places;
        this.keys = keys;
        this.cache = cache;
    }

    /** Returns an encoder that has read its model. */
    public Encoder prepare(LocatedExpression written, PartRun run) {
        return prepared.get(
                written,
                () -> {
                    Encoder encoder = parts.get(Kind.ENCODER, Encoder.class, written).plugin();
                    try {
                        encoder.prepare(places, run);
                    } catch (InvalidInputException refused) {
                        throw written.where().refuse(refused, "%s", refused.getMessage());
                    }
                    return encoder;
                });
    }

    /** Returns the latents of samples; only those are encoded that the cache does not have. */
    public Matrix encode(LocatedExpression written, Inputs inputs, PartRun run) {
        Encoder encoder = prepare(written, run);
        return cache.vectors(
                keys.vectors(written),
                encoder.width(),
                run,
                file -> encoded(written, encoder, inputs, file, run));
    }

    /** Returns the latents of samples by the encoder of a network; nothing is kept. */
    public Matrix encodeAll(Encoder encoder, Inputs inputs, PartRun run) {
        return Blocks.encode(inputs, encoder::encode, run);
    }

    private Matrix encoded(
            LocatedExpression written,
            Encoder encoder,
            Inputs inputs,
            KeptVectors file,
            PartRun run)
            throws IOException {
        List<byte[]> digests = digests(inputs);
        Set<ByteBuffer> wanted = new HashSet<>();
        int[] missing =
                IntStream.range(0, inputs.size())
                        .filter(row -> !file.has(digests.get(row)))
                        .filter(row -> wanted.add(ByteBuffer.wrap(digests.get(row))))
                        .toArray();
        if (told.add(written + fingerprint(digests))) {
            encoder.notes(inputs).forEach(note -> run.note(written + ": " + note));
        }
        List<int[]> blocks = blocks(inputs, missing);
        int done = 0;
        for (int from = 0; from < blocks.size(); from += PROCESSORS) {
            run.step(done, missing.length);
            List<int[]> wave = blocks.subList(from, Math.min(blocks.size(), from + PROCESSORS));
            Matrix[] latents = new Matrix[wave.size()];
            ParallelFor.each(
                    latents.length,
                    Run.quiet(run.seed()),
                    (i, needed) -> latents[i] = encoder.encode(inputs.select(wave.get(i))));
            for (Matrix block : latents) {
                for (int i = 0; i < block.rows(); i++) {
                    file.add(digests.get(missing[done++]), block.row(i));
                }
            }
        }
        float[] all = new float[inputs.size() * encoder.width()];
        for (int row = 0; row < inputs.size(); row++) {
            System.arraycopy(
                    file.get(digests.get(row)), 0, all, row * encoder.width(), encoder.width());
        }
        return Matrix.of(inputs.size(), encoder.width(), all);
    }

    private static String fingerprint(List<byte[]> digests) {
        MessageDigest sha = Sha256.start();
        digests.forEach(sha::update);
        return HexFormat.of().formatHex(sha.digest());
    }

    /** Returns the rows of each block. Long texts make small blocks, so there are some to share. */
    private static List<int[]> blocks(Inputs inputs, int... rows) {
        List<int[]> blocks = new ArrayList<>();
        int from = 0;
        long letters = 0;
        for (int i = 0; i < rows.length; i++) {
            letters += inputs.content() == Content.TEXT ? inputs.texts().get(rows[i]).length() : 0;
            if (i + 1 == rows.length || i + 1 - from == BLOCK || letters >= LETTERS) {
                blocks.add(Arrays.copyOfRange(rows, from, i + 1));
                from = i + 1;
                letters = 0;
            }
        }
        return blocks;
    }

    private static List<byte[]> digests(Inputs inputs) {
        List<byte[]> all = new ArrayList<>();
        if (inputs instanceof Numbers numbers) {
            byte[] shape = numbers.shape().toString().getBytes(StandardCharsets.UTF_8);
            ByteBuffer row =
                    ByteBuffer.allocate(numbers.values().cols() * Float.BYTES)
                            .order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < numbers.size(); i++) {
                row.clear();
                row.asFloatBuffer().put(numbers.values().row(i));
                MessageDigest sha = Sha256.start();
                sha.update(shape);
                sha.update(row.array());
                all.add(sha.digest());
            }
            return all;
        }
        for (String text : inputs.texts()) {
            MessageDigest sha = Sha256.start();
            sha.update(text.getBytes(StandardCharsets.UTF_8));
            all.add(sha.digest());
        }
        return all;
    }
}
