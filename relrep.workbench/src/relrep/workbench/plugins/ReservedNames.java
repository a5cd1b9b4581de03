package relrep.workbench.plugins;

import relrep.workbench.plugins.InstalledPlugin.State;

import java.util.List;
import java.util.Optional;

/**
 * Names that tables, gates and experiment files use themselves, so that no plugin may have them.
 * For example, the row of an aligner called {@code relative} would look like that of the relative
 * representation.
 */
public final class ReservedNames {
    /** The names of bridges and controls of experiments, and of the views of a comparison. */
    public static final List<String> BRIDGES =
            List.of(
                    "absolute",
                    "relative",
                    "relative-end-to-end",
                    "staying",
                    "own",
                    "own-relative",
                    "own-relative-end-to-end",
                    "original",
                    "mean-image",
                    "majority-class",
                    "pca",
                    "chance");

    private static final String RECALL = "recall";

    private ReservedNames() {}

    /** Returns in one sentence why a plugin cannot have a name. */
    static Optional<String> reason(Kind kind, String name) {
        boolean reserved =
                switch (kind) {
                    case ALIGNER -> BRIDGES.contains(name);
                    case METRIC -> name.equals(RECALL);
                    default -> false;
                };
        return reserved
                ? Optional.of(
                        "relrep uses the name '%s' itself; give the plugin another".formatted(name))
                : Optional.empty();
    }

    /** Returns a plugin unchanged, or marked as failed if it has a reserved name. */
    static InstalledPlugin judge(InstalledPlugin plugin) {
        return reason(plugin.kind(), plugin.name())
                .map(reason -> plugin.in(State.FAILED, reason))
                .orElse(plugin);
    }
}
