package relrep.vectors.file;

import relrep.api.file.VectorFile;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The source of the keys of rows.
 *
 * @param files {@link #OWN}, {@link #ORDER}, or files with a word or id for each row: one for all
 *     files of vectors without keys of their own, or one for each file of vectors in order
 */
public record KeyChoice(List<String> files) {
    /** The keys in the file of vectors itself. */
    public static final String OWN = "own";

    /** No keys: rows are matched by order, whatever their keys. */
    public static final String ORDER = "order";

    /** Reads {@code own}, {@code order}, {@code FILE}, or {@code FILE,FILE}. */
    public static KeyChoice of(String written) {
        return new KeyChoice(List.of(written.split(",", -1)));
    }

    /**
     * Pairs the rows of two files by the choice; without a choice, by order.
     *
     * @param sourceName the name of the source in messages
     * @param targetName the name of the target in messages
     * @throws InvalidInputException without a choice, when both files have keys and these differ
     */
    public static Pairing pair(
            Optional<KeyChoice> choice,
            VectorFile source,
            String sourceName,
            VectorFile target,
            String targetName,
            VectorFiles opener,
            Run run) {
        if (choice.isPresent()) {
            return choice.get().pair(source, sourceName, target, targetName, opener, run);
        }
        Pairing pairing = Pairing.byOrder(source.rows(), target.rows());
        if (source.keyed() && target.keyed()) {
            requireSame(source.keys(), sourceName, target.keys(), targetName);
        }
        return pairing;
    }

    private static void requireSame(
            List<String> source, String sourceName, List<String> target, String targetName) {
        for (int i = 0; i < source.size(); i++) {
            if (!source.get(i).equals(target.get(i))) {
                throw new InvalidInputException(
                        "rows that are matched by their order must have the same keys, but row %d is '%s' in %s and '%s' in %s; keys=own matches them by key, and keys=order matches them by order anyway"
                                .formatted(
                                        i, source.get(i), sourceName, target.get(i), targetName));
            }
        }
    }

    /**
     * Pairs the rows of two files by key, or by order if chosen.
     *
     * @param sourceName the name of the source in messages
     * @param targetName the name of the target in messages
     */
    public Pairing pair(
            VectorFile source,
            String sourceName,
            VectorFile target,
            String targetName,
            VectorFiles opener,
            Run run) {
        if (files.equals(List.of(ORDER))) {
            return Pairing.byOrder(source.rows(), target.rows());
        }
        if (files.size() > 2) {
            throw InvalidInputException.of(
                    "keys",
                    "must be 'own', 'order', a file, or two files with a comma between, not %d"
                            .formatted(files.size()));
        }
        List<String> ours = keys(source, sourceName, 0, opener, run);
        List<String> theirs = keys(target, targetName, 1, opener, run);
        Pairing pairing = Pairing.byKey(ours, theirs);
        RepeatedKeys.of(ours, theirs).sentence(sourceName).ifPresent(run::note);
        RepeatedKeys.of(theirs, ours).sentence(targetName).ifPresent(run::note);
        return pairing;
    }

    /** Returns the keys of one of the files of vectors. */
    public List<String> keys(VectorFile file, String name, int place, VectorFiles opener, Run run) {
        String given = files.size() == 1 ? files.get(0) : files.get(place);
        if (given.equals(OWN) || (files.size() == 1 && file.keyed())) {
            if (!file.keyed()) {
                throw new InvalidInputException(
                        "%s has no keys of its own; keys=FILE names a file with one a row"
                                .formatted(name));
            }
            return file.keys();
        }
        List<String> keys = read(given, opener, run);
        if (keys.size() != file.rows()) {
            throw new InvalidInputException(
                    "%s must have a key for each row of %s, but has %d for %d"
                            .formatted(given, name, keys.size(), file.rows()));
        }
        return keys;
    }

    private static List<String> read(String written, VectorFiles opener, Run run) {
        try (VectorFile file = opener.open(written, run)) {
            return switch (file.content()) {
                case KEYS -> file.keys();
                case INTEGERS -> Arrays.stream(file.integers()).mapToObj(Long::toString).toList();
                case VECTORS -> {
                    if (!file.keyed()) {
                        throw new InvalidInputException(
                                "%s must hold keys, but holds vectors without".formatted(written));
                    }
                    yield file.keys();
                }
            };
        }
    }
}
