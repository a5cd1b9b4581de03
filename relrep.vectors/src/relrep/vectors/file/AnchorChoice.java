package relrep.vectors.file;

import relrep.api.data.AnchorSelector;
import relrep.api.data.Anchors;
import relrep.api.data.Space;
import relrep.api.file.VectorFile;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.workbench.plugins.Expression;
import relrep.workbench.plugins.InstalledPlugin;
import relrep.workbench.plugins.Kind;
import relrep.workbench.plugins.Nearest;
import relrep.workbench.plugins.Registry;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A choice of anchors: a file, or an installed anchor selector.
 *
 * @param written as typed
 * @param directory that paths are relative to
 */
public record AnchorChoice(String written, Path directory) {
    /** Returns whether the choice is a file: the file exists, or no selector has this name. */
    public boolean file(Registry registry) {
        String path = written.replaceFirst("#[^#]*$", "");
        if (Files.exists(directory.resolve(written)) || Files.exists(directory.resolve(path))) {
            return true;
        }
        List<String> selectors =
                registry.installed(Kind.ANCHOR_SELECTOR).stream()
                        .map(InstalledPlugin::name)
                        .distinct()
                        .toList();
        String name = written.replaceFirst("[:(].*$", "");
        if (selectors.contains(name)) {
            return false;
        }
        throw InvalidInputException.of(
                "anchors",
                "must be a file or an anchor selector, and '%s' is neither; %s"
                        .formatted(written, Nearest.choice(name, selectors)));
    }

    /** Selects anchors among the samples of a space. */
    public Anchors select(Registry registry, Space space, Run run) {
        Expression expression = Expression.parse(written);
        return registry.configured(
                Kind.ANCHOR_SELECTOR,
                AnchorSelector.class,
                expression,
                selector -> selector.plugin().select(space, run));
    }

    /**
     * Reads the file of anchors as a list of row numbers.
     *
     * @param rows the number of rows
     * @param name the name of the file with these rows, for messages
     * @throws InvalidInputException when it is not a list of integers, or a number is not that of a
     *     row
     */
    public int[] listed(VectorFiles files, long rows, String name, Run run) {
        try (VectorFile file = files.open(written, run)) {
            if (file.content() != VectorFile.Content.INTEGERS) {
                throw InvalidInputException.of(
                        "anchors",
                        "must be a 1-d integer array of row numbers; %s is not".formatted(written));
            }
            return rows(file, rows, name);
        }
    }

    /**
     * Returns the row numbers in a list of whole numbers.
     *
     * @param rows the number of rows
     * @param name the name of the file with these rows, for messages
     */
    public int[] rows(VectorFile file, long rows, String name) {
        long[] numbers = file.integers();
        if (numbers.length == 0) {
            throw InvalidInputException.of(
                    "anchors", "must have at least 1 row, %s has none".formatted(written));
        }
        if (rows == 0) {
            throw new InvalidInputException(
                    "'%s' must have rows to take anchors from, and has none".formatted(name));
        }
        int[] all = new int[numbers.length];
        for (int i = 0; i < all.length; i++) {
            if (numbers[i] < 0 || numbers[i] >= rows) {
                throw InvalidInputException.of(
                        "anchors",
                        "must be rows 0 to %d of %s, but %s has %d at place %d"
                                .formatted(rows - 1, name, written, numbers[i], i));
            }
            all[i] = (int) numbers[i];
        }
        return all;
    }
}
