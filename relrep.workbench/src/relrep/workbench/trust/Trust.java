package relrep.workbench.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rule for which plugins are started.
 *
 * @param listedOnly whether a plugin must be in the list
 * @param list the file with the list; it need not exist
 */
public record Trust(boolean listedOnly, Path list) {
    /** The environment variable for the rule. */
    public static final String VARIABLE = "RELREP_TRUST";

    /** The command line option for the rule. */
    public static final String OPTION = "--trust";

    private static final String LISTED = "listed";
    private static final String ALL = "all";

    /**
     * Returns the rule of the command line, or else that of the environment.
     *
     * @param words of the command line
     * @throws IllegalArgumentException when it is neither {@code all} nor {@code listed}
     */
    public static Trust of(List<String> words, Map<String, String> environment, Path plugins) {
        String how =
                environment.getOrDefault(VARIABLE, "").isEmpty() ? ALL : environment.get(VARIABLE);
        String who = VARIABLE;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.startsWith(OPTION + "=")) {
                how = word.substring(OPTION.length() + 1);
                who = OPTION;
            } else if (word.equals(OPTION)) {
                how = i + 1 < words.size() ? words.get(i + 1) : "";
                who = OPTION;
            }
        }
        if (!how.equals(ALL) && !how.equals(LISTED)) {
            throw new IllegalArgumentException(
                    "%s must be 'all' or 'listed', and it is '%s'".formatted(who, how));
        }
        return new Trust(how.equals(LISTED), plugins.resolve(TrustList.NAME));
    }

    /** Returns why a jar may not be started, one sentence; empty if it may. */
    public Optional<String> objection(Path jar, String name) {
        if (!listedOnly) {
            return Optional.empty();
        }
        try {
            if (TrustList.read(list).has(jar)) {
                return Optional.empty();
            }
        } catch (IOException unreadable) {
            return Optional.of(
                    Files.exists(jar) ? String.valueOf(unreadable.getMessage()) : "it is gone");
        }
        return Optional.of(
                "neither its SHA-256 nor its signer stands in %s; relrep trust %s lists it"
                        .formatted(list, list.resolveSibling(name)));
    }
}
