package relrep.runtime.experiment;

import java.util.List;
import java.util.Locale;

/**
 * The rule for pairing trained networks. Pairs go in both directions, and never from a network to
 * itself.
 *
 * @param rule the rule for their seeds
 * @param arrows the allowed pairs of names, {@code source -> target}; empty for all
 */
public record PairingRule(Rule rule, List<Arrow> arrows) {
    /** Copies the list. */
    public PairingRule {
        arrows = List.copyOf(arrows);
    }

    /** Returns whether a source and a target are a pair. */
    public boolean holds(String source, long sourceSeed, String target, long targetSeed) {
        boolean sameName = source.equals(target);
        boolean sameSeed = sourceSeed == targetSeed;
        if (sameName && sameSeed) {
            return false;
        }
        if (!arrows.isEmpty() && !arrows.contains(new Arrow(source, target))) {
            return false;
        }
        return switch (rule) {
            case ALL -> true;
            case SAME_SEED -> sameSeed;
            case OTHER_SEED -> sameName;
            case OTHER_NETWORK -> !sameName;
        };
    }

    /** The rules for seeds. */
    public enum Rule {
        /** Every two trained networks. */
        ALL,
        /** Different networks of one seed: each seed repeats the experiment. */
        SAME_SEED,
        /** One network trained from two seeds. */
        OTHER_SEED,
        /** Different networks, whatever their seeds. */
        OTHER_NETWORK;

        /** Returns its name in experiment files. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A source and a target by name.
     *
     * @param source the network whose encoder is used
     * @param target the network whose decoder is used
     */
    public record Arrow(String source, String target) {}
}
