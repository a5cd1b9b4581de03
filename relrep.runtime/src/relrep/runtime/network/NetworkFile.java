package relrep.runtime.network;

import relrep.api.model.NetworkState;
import relrep.api.model.Objective;
import relrep.api.run.InvalidInputException;
import relrep.workbench.digest.Sha256;
import relrep.workbench.plugins.Expression;
import relrep.workbench.tensor.CorruptEntryException;
import relrep.workbench.tensor.Safetensors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A trained network in a {@code .safetensors} file. Its tensors have the names that the
 * architecture gives them; the metadata say what made it.
 *
 * @param architecture the architecture, as written
 * @param width the width of its latents
 * @param objective what it was trained for
 * @param state the state from which the architecture restores it
 * @param facts what made it: data, checksums, seed, versions, losses; in the order of the file
 */
public record NetworkFile(
        Expression architecture,
        int width,
        Objective objective,
        NetworkState state,
        Map<String, String> facts) {
    /** The ending of the files. */
    public static final String ENDING = ".safetensors";

    /** The fact that names the similarity through which a network was trained end to end. */
    public static final String THROUGH = "through";

    private static final String FORMAT = "relrep.network";
    private static final String VERSION = "1";
    private static final String ARCHITECTURE = "architecture";
    private static final String WIDTH = "width";
    private static final String OBJECTIVE = "objective";
    private static final String STATE = "state.";

    /** Keeps a copy of the facts, in their order. */
    public NetworkFile {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /**
     * Writes the file. It appears complete or not at all.
     *
     * @throws IOException when it cannot be written
     */
    public void write(Path file) throws IOException {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put(FORMAT, VERSION);
        metadata.put(ARCHITECTURE, architecture.toString());
        metadata.put(WIDTH, Integer.toString(width));
        metadata.put(OBJECTIVE, objective.name().toLowerCase(Locale.ROOT));
        metadata.putAll(facts);
        state.attributes().forEach((name, value) -> metadata.put(STATE + name, value));
        Path part =
                file.resolveSibling(
                        "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            Safetensors.write(new NetworkState(state.tensors(), metadata), part);
            Files.move(
                    part,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /**
     * Reads a network.
     *
     * @throws InvalidInputException when the file is missing, or is no network
     */
    public static NetworkFile read(Path file) {
        Map<String, String> metadata;
        NetworkState all;
        try {
            all = Safetensors.read(file);
            metadata = new LinkedHashMap<>(all.attributes());
        } catch (NoSuchFileException missing) {
            throw new InvalidInputException(
                    "a network must be in a file that exists, and %s does not; 'relrep train' makes"
                                    .formatted(file)
                            + " one",
                    missing);
        } catch (CorruptEntryException broken) {
            throw new InvalidInputException(broken.getMessage(), broken);
        } catch (IOException failed) {
            throw new InvalidInputException(
                    "%s must be readable, but is not: %s".formatted(file, failed.getMessage()),
                    failed);
        }
        String version = metadata.remove(FORMAT);
        if (!VERSION.equals(version)) {
            throw new InvalidInputException(
                    "%s must be a network of version %s, as 'relrep train' writes it, but its metadata have %s"
                            .formatted(
                                    file,
                                    VERSION,
                                    version == null ? "no network" : "version " + version));
        }
        try {
            return of(all, metadata);
        } catch (IllegalArgumentException wrong) {
            throw new InvalidInputException(
                    "%s must say architecture, width and objective, but: %s"
                            .formatted(file, wrong.getMessage()),
                    wrong);
        }
    }

    private static NetworkFile of(NetworkState all, Map<String, String> metadata) {
        Expression architecture = Expression.parse(required(metadata, ARCHITECTURE));
        int width = Integer.parseInt(required(metadata, WIDTH));
        String objective = required(metadata, OBJECTIVE).toUpperCase(Locale.ROOT);
        Map<String, String> attributes = new LinkedHashMap<>();
        Map<String, String> facts = new LinkedHashMap<>();
        metadata.forEach(
                (name, value) -> {
                    if (name.startsWith(STATE)) {
                        attributes.put(name.substring(STATE.length()), value);
                    } else {
                        facts.put(name, value);
                    }
                });
        Objective known =
                Arrays.stream(Objective.values())
                        .filter(each -> each.name().equals(objective))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("objective " + objective));
        return new NetworkFile(
                architecture, width, known, new NetworkState(all.tensors(), attributes), facts);
    }

    private static String required(Map<String, String> metadata, String name) {
        String value = metadata.remove(name);
        if (value == null) {
            throw new IllegalArgumentException("there is no " + name);
        }
        return value;
    }

    /** Returns the checksum of a file that exists. */
    public static String checksum(Path file) {
        try {
            return Sha256.of(file);
        } catch (IOException failed) {
            throw new InvalidInputException(
                    "%s must be readable, but is not: %s".formatted(file, failed.getMessage()),
                    failed);
        }
    }
}
