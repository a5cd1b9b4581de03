package relrep.vectors.file;

import relrep.api.alignment.Aligner;
import relrep.api.alignment.Alignment;
import relrep.api.alignment.AlignmentState;
import relrep.api.data.Matrix;
import relrep.api.model.NetworkState;
import relrep.api.run.InvalidInputException;
import relrep.vectors.prepare.KeptTransforms;
import relrep.vectors.prepare.NamedTransforms;
import relrep.vectors.prepare.TransformedAlignment;
import relrep.workbench.contract.CheckedPlugin;
import relrep.workbench.plugins.Expression;
import relrep.workbench.plugins.Kind;
import relrep.workbench.plugins.Registry;
import relrep.workbench.tensor.CorruptEntryException;
import relrep.workbench.tensor.Safetensors;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A fitted map in a {@code .safetensors} file. The tensors have their names; everything else is in
 * the metadata.
 *
 * @param aligner the aligner that fitted it, as written
 * @param state the state from which it is restored
 * @param facts further facts: widths, anchors, the data that it was fitted on
 * @param source the transforms of the source before the map
 * @param target the transforms of the target, which are undone after the map
 */
public record AlignmentFile(
        Expression aligner,
        AlignmentState state,
        Map<String, String> facts,
        KeptTransforms source,
        KeptTransforms target) {
    private static final String FORMAT = "relrep.map";

    /** The version of a map without transforms. */
    private static final String PLAIN = "1";

    /** The version of a map with transforms, which a reader must not leave out. */
    private static final String TRANSFORMED = "2";

    private static final String SOURCE = "source";
    private static final String TARGET = "target";
    private static final String ALIGNER = "aligner";
    private static final String STATE = "state.";
    private static final String DIAGNOSTIC = "diagnostic.";

    /** Makes a file without transforms. */
    public AlignmentFile(Expression aligner, AlignmentState state, Map<String, String> facts) {
        this(aligner, state, facts, KeptTransforms.none(), KeptTransforms.none());
    }

    private boolean plain() {
        return source.list().isEmpty() && target.list().isEmpty();
    }

    /**
     * Checks that a file can be written at a path, before the work starts.
     *
     * @throws InvalidInputException when the path is a folder, or its folder does not exist
     */
    public static void requirePlace(Path file) {
        if (Files.isDirectory(file)) {
            throw new InvalidInputException(file + " must be a file to write to, but is a folder");
        }
        Path parent = file.toAbsolutePath().getParent();
        if (!Files.isDirectory(parent)) {
            throw new InvalidInputException(
                    "%s must be writable, but is not: there is no such folder".formatted(file));
        }
        if (!Files.isWritable(parent)) {
            throw new InvalidInputException(
                    "%s must be writable, but is not: its folder takes no files".formatted(file));
        }
    }

    /**
     * Writes the file. It appears complete or not at all.
     *
     * @throws IOException when it cannot be written
     */
    public void write(Path file) throws IOException {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put(FORMAT, plain() ? PLAIN : TRANSFORMED);
        metadata.put(ALIGNER, aligner.toString());
        metadata.putAll(facts);
        state.diagnostics()
                .forEach((name, value) -> metadata.put(DIAGNOSTIC + name, value.toString()));
        state.attributes().forEach((name, value) -> metadata.put(STATE + name, value));
        Map<String, Matrix> tensors = new LinkedHashMap<>(state.tensors());
        source.write(SOURCE, tensors, metadata);
        target.write(TARGET, tensors, metadata);
        Path part = free(file);
        try {
            Safetensors.write(new NetworkState(tensors, metadata), part);
            move(part, file);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static Path free(Path file) {
        for (int i = 0; ; i++) {
            Path part = file.resolveSibling(file.getFileName() + "." + i + ".part");
            if (!Files.exists(part) || abandoned(part)) {
                return part;
            }
        }
    }

    /** Returns whether a partial file was left by a killed process: nobody holds its lock. */
    private static boolean abandoned(Path part) {
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null && Files.deleteIfExists(part);
        } catch (IOException | OverlappingFileLockException inUse) {
            return false;
        }
    }

    private static void move(Path part, Path file) throws IOException {
        try {
            Files.move(
                    part,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /**
     * Reads a map file.
     *
     * @throws InvalidInputException when the file is not a map, or incomplete
     */
    public static AlignmentFile read(Path file) {
        ForeignFile.refuse(file);
        NetworkState all = tensors(file);
        Map<String, String> metadata = new LinkedHashMap<>(all.attributes());
        String version = metadata.remove(FORMAT);
        String aligner = metadata.remove(ALIGNER);
        boolean transformed = TRANSFORMED.equals(version);
        if (!(transformed || PLAIN.equals(version)) || aligner == null) {
            throw new InvalidInputException(
                    "%s must be a map of version %s or %s, as 'relrep align' writes it, but its metadata have %s"
                            .formatted(
                                    file,
                                    PLAIN,
                                    TRANSFORMED,
                                    version == null || aligner == null
                                            ? "no map"
                                            : "version " + version));
        }
        Map<String, Matrix> tensors = new LinkedHashMap<>(all.tensors());
        KeptTransforms source = KeptTransforms.none();
        KeptTransforms target = KeptTransforms.none();
        if (transformed) {
            source = KeptTransforms.take(file.toString(), SOURCE, tensors, metadata);
            target = KeptTransforms.take(file.toString(), TARGET, tensors, metadata);
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        Map<String, Double> diagnostics = new LinkedHashMap<>();
        Map<String, String> facts = new LinkedHashMap<>();
        metadata.forEach(
                (name, value) -> {
                    if (name.startsWith(STATE)) {
                        attributes.put(name.substring(STATE.length()), value);
                    } else if (name.startsWith(DIAGNOSTIC)) {
                        diagnostics.put(
                                name.substring(DIAGNOSTIC.length()), number(file, name, value));
                    } else {
                        facts.put(name, value);
                    }
                });
        return new AlignmentFile(
                written(file, aligner),
                new AlignmentState(tensors, attributes, diagnostics),
                facts,
                source,
                target);
    }

    private static Expression written(Path file, String aligner) {
        try {
            return Expression.parse(aligner);
        } catch (InvalidInputException e) {
            throw new InvalidInputException(
                    "%s must name its aligner, but %s".formatted(file, e.getMessage()), e);
        }
    }

    private static double number(Path file, String name, String value) {
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw new InvalidInputException(
                    "%s must have a number for %s, not '%s'".formatted(file, name, value), e);
        }
    }

    private static NetworkState tensors(Path file) {
        try {
            return Safetensors.read(file);
        } catch (NoSuchFileException e) {
            throw new InvalidInputException("there is no file '%s'".formatted(file), e);
        } catch (CorruptEntryException e) {
            throw new InvalidInputException(e.getMessage(), e);
        } catch (IOException e) {
            throw new InvalidInputException(
                    "%s must be readable, but is not: %s".formatted(file, e.getMessage()), e);
        }
    }

    /**
     * Restores the map. One with transforms takes and returns vectors as they are: {@link
     * TransformedAlignment}.
     *
     * @throws InvalidInputException when a plugin is unknown or refuses its state
     */
    public Alignment alignment(Registry registry) {
        NamedTransforms before = source.restored(registry, width("source-width"));
        NamedTransforms after = target.restored(registry, width("target-width"));
        Alignment map =
                registry.configured(
                        Kind.ALIGNER,
                        Aligner.class,
                        aligner,
                        configured ->
                                CheckedPlugin.between(
                                        before.chain().width(),
                                        after.chain().width(),
                                        configured.plugin().restore(state)));
        return TransformedAlignment.of(before, map, after);
    }

    /** Returns a width from the metadata, or the value for an unknown width. */
    private int width(String name) {
        String width = facts.getOrDefault(name, "");
        return width.matches("\\d{1,9}") ? Integer.parseInt(width) : CheckedPlugin.UNKNOWN;
    }
}
