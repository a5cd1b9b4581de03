package relrep.runtime.experiment;

import relrep.api.plugin.Option;
import relrep.api.plugin.Tunable;
import relrep.workbench.plugins.Expression;

import java.util.ArrayList;
import java.util.List;

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
     * Similarities to anchors, on both sides, through which the networks themselves are trained.
     *
     * @param options how they are trained
     */
    record EndToEnd(Options options) implements Bridge, Tunable<EndToEnd, EndToEnd.Options> {
        /** How experiments write it. */
        public static final String NAME = "relative-end-to-end";

        /**
         * How networks are trained through a similarity.
         *
         * @param every steps after which the anchors pass the encoder again
         * @param normalised whether the decoder normalises each row of similarities
         */
        public record Options(
                @Option(value = "steps after which the anchors pass the encoder again", min = 1)
                        int every,
                @Option("whether each row of similarities is normalised before the decoder")
                        boolean normalised) {}

        /** Anchors pass the encoder at every step, and nothing is normalised. */
        public EndToEnd() {
            this(new Options(1, false));
        }

        /** Reads it with its options. */
        static EndToEnd of(Expression written) {
            return relrep.workbench.plugins.Options.of(NAME, new EndToEnd())
                    .configure(EndToEnd.class, written.options())
                    .plugin();
        }

        @Override
        public EndToEnd with(Options other) {
            return new EndToEnd(other);
        }

        @Override
        public String column() {
            List<String> changed = new ArrayList<>();
            if (options.every != 1) {
                changed.add("every=" + options.every);
            }
            if (options.normalised) {
                changed.add("normalised=true");
            }
            return changed.isEmpty() ? NAME : NAME + "(" + String.join(", ", changed) + ")";
        }
    }

    /**
     * A map fitted from the one space to the other.
     *
     * @param aligner what fits it
     */
    record Aligned(LocatedExpression aligner) implements Bridge {
        @Override
        public String column() {
            return aligner.toString();
        }
    }
}
