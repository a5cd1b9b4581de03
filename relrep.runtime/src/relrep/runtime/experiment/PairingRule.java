package relrep.runtime.experiment;

import java.util.List;
import java.util.Locale;

/**
 * Which trained networks are brought together. Always in both directions, and never a network with
 * itself.
 *
 * @param rule which seeds go together
 * @param arrows the networks by name, {@code source -> target}; empty for all
 */
public record PairingRule(Rule rule, List<Arrow> arrows) {
    /** Keeps a copy. */
    public PairingRule {
        arrows = List.copyOf(arrows);
    }

    /** Tells whether a source and a target go together. */
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

    /** Which seeds go together. */
    public enum Rule {
        /** Every two trained networks. */
        ALL,
        /** Different networks of one seed: each seed repeats the experiment. */
        SAME_SEED,
        /** One network trained from two seeds. */
        OTHER_SEED,
        /** Different networks, whatever their seeds. */
        OTHER_NETWORK;

        /** Returns how experiment files write it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A source and a target by name.
     *
     * @param source the network that encodes
     * @param target the network that decodes
     */
    public record Arrow(String source, String target) {}
}
