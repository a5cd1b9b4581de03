package relrep.runtime.cell;

import relrep.api.model.OutputRange;
import relrep.runtime.experiment.Bridge;
import relrep.runtime.experiment.Control;
import relrep.runtime.experiment.LocatedExpression;

import java.util.Optional;

/** What stands between the two ends of a cell, or takes their place in a control row. */
public sealed interface CellBridge {
    /** Returns how the column {@code bridge} writes it. */
    String column();

    /** Returns how spaces are made relative, where they are. */
    default Optional<RelativeSpec> relative() {
        return Optional.empty();
    }

    /** Returns the anchors that are used, where any are. */
    default Optional<AnchorSpec> anchors() {
        return relative().map(RelativeSpec::anchors);
    }

    /** Returns a network as it must be trained for this. */
    default NetworkSpec trained(NetworkSpec network) {
        return network;
    }

    /** Nothing. */
    record Absolute() implements CellBridge {
        @Override
        public String column() {
            return "absolute";
        }
    }

    /**
     * Similarities to anchors on both sides.
     *
     * @param how anchors and similarity
     */
    record Relative(RelativeSpec how) implements CellBridge {
        @Override
        public String column() {
            return "relative";
        }

        @Override
        public Optional<RelativeSpec> relative() {
            return Optional.of(how);
        }
    }

    /**
     * Similarities to anchors on both sides, through which the networks themselves were trained.
     *
     * @param how anchors and similarity
     * @param bridge how they were trained
     */
    record EndToEnd(RelativeSpec how, Bridge.EndToEnd bridge) implements CellBridge {
        @Override
        public String column() {
            return bridge.column();
        }

        @Override
        public Optional<RelativeSpec> relative() {
            return Optional.of(how);
        }

        @Override
        public NetworkSpec trained(NetworkSpec network) {
            Bridge.EndToEnd.Options options = bridge.options();
            return network.through(new EndToEndSpec(how, options.every(), options.normalised()));
        }
    }

    /**
     * A map fitted on anchors, or on all training samples.
     *
     * @param aligner what fits it
     * @param on the anchors; empty for all training samples
     */
    record Aligned(LocatedExpression aligner, Optional<AnchorSpec> on) implements CellBridge {
        @Override
        public String column() {
            return aligner.toString();
        }

        @Override
        public Optional<AnchorSpec> anchors() {
            return on;
        }
    }

    /** The network's own decoder. */
    record Own() implements CellBridge {
        @Override
        public String column() {
            return Control.OWN.word();
        }
    }

    /**
     * A decoder trained on the network's own relative latents.
     *
     * @param how anchors and similarity
     */
    record OwnRelative(RelativeSpec how) implements CellBridge {
        @Override
        public String column() {
            return Control.OWN_RELATIVE.word();
        }

        @Override
        public Optional<RelativeSpec> relative() {
            return Optional.of(how);
        }
    }

    /**
     * The network's own decoder, with which it was trained through similarities.
     *
     * @param to what the pairs have between them
     */
    record OwnEndToEnd(EndToEnd to) implements CellBridge {
        @Override
        public String column() {
            return "own-" + to.column();
        }

        @Override
        public Optional<RelativeSpec> relative() {
            return to.relative();
        }

        @Override
        public NetworkSpec trained(NetworkSpec network) {
            return to.trained(network);
        }
    }

    /**
     * What unrelated spaces, or guessing, would give.
     *
     * @param how anchors and similarity of the relative spaces meant
     */
    record Chance(Optional<RelativeSpec> how) implements CellBridge {
        @Override
        public String column() {
            return Control.CHANCE.word();
        }

        @Override
        public Optional<RelativeSpec> relative() {
            return how;
        }
    }

    /**
     * The samples themselves, as near as the outputs of an architecture can come.
     *
     * @param architecture whose outputs
     * @param range what they can be
     */
    record Floor(LocatedExpression architecture, OutputRange range) implements CellBridge {
        @Override
        public String column() {
            return Control.FLOOR.word();
        }
    }

    /**
     * A control that needs nothing but its name.
     *
     * @param control which
     */
    record Plain(Control control) implements CellBridge {
        @Override
        public String column() {
            return control.word();
        }
    }
}
