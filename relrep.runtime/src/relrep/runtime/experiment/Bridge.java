package relrep.runtime.experiment;

import relrep.api.plugin.Option;
import relrep.api.plugin.Tunable;
import relrep.workbench.plugins.Expression;

import java.util.ArrayList;
import java.util.List;

/**
 * A bridge of an experiment: what connects the encoder of one network with the space of another.
 */
public sealed interface Bridge {
    /** Returns its name in the column {@code bridge}. */
    String column();

    /** No bridge: the baseline. */
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
     * Similarities to anchors, on both sides, with networks that are trained through these
     * similarities.
     *
     * @param options the options of that training
     */
    record EndToEnd(Options options) implements Bridge, Tunable<EndToEnd, EndToEnd.Options> {
        /** Its name in experiments. */
        public static final String NAME = "relative-end-to-end";

        /**
         * The options of training through a similarity.
         *
         * @param every the anchors are embedded again after this many steps
         * @param normalised whether the decoder normalises each row of similarities
         */
        public record Options(
                @Option(value = "steps after which the anchors pass the encoder again", min = 1)
                        int every,
                @Option("whether each row of similarities is normalised before the decoder")
                        boolean normalised) {}

        /**
         * Makes the bridge with its defaults: anchors are embedded at every step, and nothing is
         * normalised.
         */
        public EndToEnd() {
            this(new Options(1, false));
        }

        /** Reads the bridge with its options. */
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
     * @param aligner the aligner that fits it
     */
    record Aligned(LocatedExpression aligner) implements Bridge {
        @Override
        public String column() {
            return aligner.toString();
        }
    }
}
