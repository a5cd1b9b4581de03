package relrep.runtime.experiment;

/** What an experiment puts between the encoder of one network and the space of another. */
public sealed interface Bridge {
    /** Returns how the column {@code bridge} writes it. */
    String column();

    /** Nothing: the baseline. */
    record Absolute() implements Bridge {
        @Override
        public String column() {
            return "absolute";
        }
    }

    /** Similarities to anchors, on both sides. */
    record Relative() implements Bridge {
        @Override
        public String column() {
            return "relative";
        }
    }

    /**
     * A map fitted from the one space to the other.
     *
     * @param aligner what fits it
     */
    record Aligned(Written aligner) implements Bridge {
        @Override
        public String column() {
            return aligner.toString();
        }
    }
}
