package relrep.runtime.cell;

import relrep.api.data.Content;
import relrep.api.data.Dataset;
import relrep.api.model.Architecture;
import relrep.api.model.DecoderArchitecture;
import relrep.api.model.Encoder;
import relrep.api.model.Objective;
import relrep.api.model.Penalty;
import relrep.api.run.InvalidInputException;
import relrep.runtime.cell.NetworkSpec.Maker;
import relrep.runtime.experiment.Bridge;
import relrep.runtime.experiment.ChainKind;
import relrep.runtime.experiment.Control;
import relrep.runtime.experiment.LocatedExpression;
import relrep.runtime.experiment.NetworkEntry;
import relrep.runtime.experiment.NetworkEntry.Called;
import relrep.runtime.experiment.Point;
import relrep.runtime.experiment.TrainedFile;
import relrep.workbench.plugins.Kind;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * The plugins that the networks of an experiment are made with: architectures, encoders, and what
 * trains decoders. It refuses what cannot be made before anything is computed.
 */
final class NetworkMakers {
    private final PluginResolver parts;

    NetworkMakers(PluginResolver parts) {
        this.parts = parts;
    }

    /** Returns the maker of a network; an installed architecture comes before an encoder. */
    Maker of(NetworkEntry entry) {
        String name = entry.plugin().expression().name();
        boolean frozen =
                entry.called() == Called.ENCODER
                        || (entry.called() == Called.NOTHING
                                && !parts.has(Kind.ARCHITECTURE, name)
                                && parts.has(Kind.ENCODER, name));
        List<LocatedExpression> penalties = frozen ? List.of() : entry.penalties();
        return new Maker(entry.plugin(), frozen, entry.decoder(), penalties, entry.file());
    }

    /** Returns the width of a network's latents: its own, the point's, or that of its encoder. */
    int width(NetworkEntry entry, Point point) {
        if (!of(entry).frozen()) {
            return entry.width().orElseGet(() -> point.width().orElseThrow(() -> widthless(entry)));
        }
        int width = ask(entry.plugin(), Encoder::width);
        if (entry.width().isPresent() && entry.width().getAsInt() != width) {
            throw entry.plugin()
                    .where()
                    .refuse(
                            "the encoder '%s' gives latents of width %d, so the network '%s' cannot"
                                    + " have the width %d",
                            entry.plugin(), width, entry.name(), entry.width().getAsInt());
        }
        return width;
    }

    private static RuntimeException widthless(NetworkEntry entry) {
        return entry.plugin()
                .where()
                .refuse(
                        "the network '%s' has no width; give 'width', or one of its own:"
                                + " {architecture: %s, width: 48}",
                        entry.name(), entry.plugin());
    }

    /** Asks an encoder about its model, whose file may be unfit. */
    private <T> T ask(LocatedExpression written, Function<Encoder, T> question) {
        Encoder encoder = parts.get(Kind.ENCODER, Encoder.class, written).plugin();
        try {
            return question.apply(encoder);
        } catch (InvalidInputException refused) {
            throw written.where().refuse(refused, "%s", refused.getMessage());
        }
    }

    /** Returns what the samples of a dataset consist of. */
    Content content(LocatedExpression data) {
        return parts.get(Kind.DATASET, Dataset.class, data).plugin().content();
    }

    /** Checks that a network can be made from its data, and has the decoders that a kind needs. */
    void require(NetworkSpec network, ChainKind kind) {
        requireContent(network);
        network.maker().file().ifPresent(file -> requireFile(network, file, kind));
        if (kind == ChainKind.STITCH && network.maker().decoding().isEmpty()) {
            throw network.architecture()
                    .where()
                    .refuse(
                            "stitching needs a decoder of each network, and '%s' is the encoder"
                                    + " '%s' alone; give it what trains one: {encoder: %s, decoder:"
                                    + " dense}",
                            network.name(), network.architecture(), network.architecture());
        }
        boolean trained = !network.frozen() || kind == ChainKind.STITCH;
        if (trained
                && network.objective() == Objective.RECONSTRUCT
                && content(network.data()) == Content.TEXT) {
            throw network.data()
                    .where()
                    .refuse(
                            "texts cannot be reconstructed: networks of '%s' are trained with"
                                    + " 'objective: classify'",
                            network.data());
        }
    }

    private static void requireFile(NetworkSpec network, TrainedFile file, ChainKind kind) {
        if (kind == ChainKind.STITCH && file.objective() != network.objective()) {
            throw network.architecture()
                    .where()
                    .refuse(
                            "the network '%s' was trained to %s, and the objective is %s",
                            network.name(), word(file.objective()), word(network.objective()));
        }
        if (kind == ChainKind.STITCH && !file.through().isEmpty()) {
            throw network.architecture()
                    .where()
                    .refuse(
                            "stitching needs a decoder of latents, and that of the network '%s' was"
                                    + " trained through %s",
                            network.name(), file.through());
        }
    }

    private static String word(Objective objective) {
        return objective.name().toLowerCase(Locale.ROOT);
    }

    private void requireContent(NetworkSpec network) {
        Content has = content(network.data());
        Content takes = takes(network);
        if (has != takes) {
            throw network.architecture()
                    .where()
                    .refuse(
                            "%s '%s' takes %s, and the samples of '%s' are %s",
                            network.frozen() ? "the encoder" : "the architecture",
                            network.architecture(),
                            takes.words(),
                            network.data(),
                            has.words());
        }
    }

    private Content takes(NetworkSpec network) {
        return network.frozen()
                ? ask(network.architecture(), Encoder::takes)
                : architecture(network).takes();
    }

    /** Checks that a network can encode the samples that stand for its anchors. */
    void requireAnchors(NetworkSpec network, LocatedExpression data) {
        Content takes = takes(network);
        Content has = content(data);
        if (has != takes) {
            throw data.where()
                    .refuse(
                            "'anchors-from' must name %s for the network '%s', and the samples of"
                                    + " '%s' are %s",
                            takes.words(), network.name(), data, has.words());
        }
    }

    private Architecture architecture(NetworkSpec network) {
        LocatedExpression written = network.architecture();
        DecoderArchitecture plugin =
                parts.get(Kind.ARCHITECTURE, DecoderArchitecture.class, written).plugin();
        if (plugin instanceof Architecture whole) {
            return whole;
        }
        throw written.where()
                .refuse(
                        "'%s' trains decoders alone, so the network '%s' needs an encoder beside"
                                + " it: {encoder: minilm, decoder: %s}",
                        written, network.name(), written);
    }

    /** Checks that a network can be trained with its penalties. */
    void requirePenalties(NetworkSpec network) {
        for (LocatedExpression written : network.maker().penalties()) {
            if (!architecture(network).takesPenalties()) {
                throw written.where()
                        .refuse(
                                "the architecture '%s' of the network '%s' takes no penalties, such"
                                        + " as '%s'; conv, dense and vit do",
                                network.architecture(), network.name(), written);
            }
            Penalty penalty = parts.get(Kind.PENALTY, Penalty.class, written).plugin();
            if (penalty.needsRelative() && network.through().isEmpty()) {
                throw written.where()
                        .refuse(
                                "the penalty '%s' needs similarities to anchors, and the network"
                                    + " '%s' is also trained on its latents; only the bridge %s and"
                                    + " the control %s train it through a similarity",
                                written,
                                network.name(),
                                Bridge.EndToEnd.NAME,
                                Control.OWN_RELATIVE_END_TO_END.word());
            }
        }
    }

    /** Checks that a network is trained as a whole. */
    void requireTrained(NetworkSpec network, String bridge) {
        if (network.maker().file().isPresent()) {
            throw network.architecture()
                    .where()
                    .refuse(
                            "%s trains whole networks, and '%s' is trained already: %s",
                            bridge, network.name(), network.maker().file().get().path());
        }
        if (network.frozen()) {
            throw network.architecture()
                    .where()
                    .refuse(
                            "%s trains whole networks, and '%s' is the encoder '%s', which is not"
                                    + " trained; 'relative' trains its decoder alone",
                            bridge, network.name(), network.architecture());
        }
    }
}
