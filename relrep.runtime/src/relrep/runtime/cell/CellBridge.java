package relrep.runtime.cell;

import relrep.api.model.OutputRange;
import relrep.runtime.experiment.Bridge;
import relrep.runtime.experiment.Control;
import relrep.runtime.experiment.LocatedExpression;

import java.util.List;
import java.util.Optional;

/** The bridge of a cell: what connects its two ends. In a control row, the bridge replaces them. */
public sealed interface CellBridge {
    /** Returns its name in the column {@code bridge}. */
    String column();

    /** Returns the specification of relative representations, if they are used. */
    default Optional<RelativeSpec> relative() {
        return Optional.empty();
    }

    /** Returns the anchors, if they are used. */
    default Optional<AnchorSpec> anchors() {
        return relative().map(RelativeSpec::anchors);
    }

    /** Returns what prepares the latents first, in this order. */
    default List<LocatedExpression> transforms() {
        return relative().map(RelativeSpec::transforms).orElse(List.of());
    }

    /** Returns a network as it must be trained for this bridge. */
    default NetworkSpec trained(NetworkSpec network) {
        return network;
    }

    /**
     * No bridge.
     *
     * @param transforms what prepares the latents of both sides
     */
    record Absolute(List<LocatedExpression> transforms) implements CellBridge {
        /** Keeps a copy. */
        public Absolute {
            transforms = List.copyOf(transforms);
        }

        @Override
        public String column() {
            return "absolute";
        }
    }

    /**
     * Similarities to anchors on both sides.
     *
     * @param how the anchors and the similarity
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
     * Similarities to anchors on both sides, with networks that were trained through these
     * similarities.
     *
     * @param how the anchors and the similarity
     * @param bridge the options of that training
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
     * @param aligner the aligner that fits it
     * @param on the anchors; empty for all training samples
     * @param transforms what prepares the latents of both sides before the fit
     */
    record Aligned(
            LocatedExpression aligner, Optional<AnchorSpec> on, List<LocatedExpression> transforms)
            implements CellBridge {
        /** Keeps a copy. */
        public Aligned {
            transforms = List.copyOf(transforms);
        }

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
     * @param how the anchors and the similarity
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
     * The network's own decoder; both were trained through similarities.
     *
     * @param to the bridge of the pairs of networks
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
     * The chance level: the value of unrelated spaces, or of guessing.
     *
     * @param how anchors and similarity, for the chance level of relative spaces
     * @param transforms what prepares the latents
     * @param wide a network whose transformed space is as wide as those that are compared; empty
     *     without transforms
     */
    record Chance(
            Optional<RelativeSpec> how,
            List<LocatedExpression> transforms,
            Optional<NetworkSpec> wide)
            implements CellBridge {
        /** Keeps a copy. */
        public Chance {
            transforms = List.copyOf(transforms);
        }

        /** Makes the chance level of spaces without transforms. */
        public Chance(Optional<RelativeSpec> how) {
            this(how, List.of(), Optional.empty());
        }

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
     * The best possible outputs of an architecture: the samples themselves, limited to its output
     * range.
     *
     * @param architecture the architecture
     * @param range the range of its outputs
     */
    record Floor(LocatedExpression architecture, OutputRange range) implements CellBridge {
        @Override
        public String column() {
            return Control.FLOOR.word();
        }
    }

    /**
     * A control without options.
     *
     * @param control the control
     */
    record Plain(Control control) implements CellBridge {
        @Override
        public String column() {
            return control.word();
        }
    }
}
