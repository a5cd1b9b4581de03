package relrep.runtime.experiment;

import relrep.api.run.InvalidInputException;
import relrep.workbench.plugins.Nearest;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds experiments by name or by the path of a file. */
public final class ExperimentFinder {
    private static final long LARGEST = 1 << 22;

    private ExperimentFinder() {}

    /**
     * Returns an experiment.
     *
     * @param experiment a name, or the path of a file
     * @param named the experiments with names
     * @param others names of experiments without a file, for the message
     * @param directory the current directory
     */
    public static ExperimentFile find(
            String experiment,
            Map<String, ExperimentFile> named,
            Collection<String> others,
            Path directory) {
        ExperimentFile known = named.get(experiment);
        if (known != null) {
            return known;
        }
        Path file = directory.resolve(experiment);
        boolean path = experiment.matches(".*([/\\\\]|\\.ya?ml)$|.*[/\\\\].*");
        if (!path && !Files.isRegularFile(file)) {
            Set<String> all = new TreeSet<>(named.keySet());
            all.addAll(others);
            throw new InvalidInputException(
                    "unknown experiment '%s'; %s; or give the path of an experiment file"
                            .formatted(experiment, Nearest.choice(experiment, all)));
        }
        return read(experiment, file);
    }

    /**
     * Reads an experiment file.
     *
     * @param label its name in messages
     * @throws InvalidInputException when it cannot be read, is not an experiment file, or is too
     *     long
     */
    public static ExperimentFile read(String label, Path file) {
        if (Files.isDirectory(file)) {
            throw new InvalidInputException(
                    label + " must be an experiment file, it is a directory");
        }
        if (!Files.exists(file)) {
            throw new InvalidInputException(label + " must be an experiment file, there is none");
        }
        try {
            if (Files.size(file) > LARGEST) {
                throw new InvalidInputException(
                        "%s must be an experiment file of at most %d bytes, it has %d"
                                .formatted(label, LARGEST, Files.size(file)));
            }
            return new ExperimentFile(label, Files.readString(file), file.toString(), "");
        } catch (CharacterCodingException notText) {
            throw new InvalidInputException(
                    label + " must be an experiment file in UTF-8, it is not text", notText);
        } catch (IOException failed) {
            throw new InvalidInputException(
                    label + " cannot be read: " + failed.getMessage(), failed);
        }
    }
}
