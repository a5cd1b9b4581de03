package relrep.runtime.wiring;

import relrep.api.data.Content;
import relrep.api.data.Inputs;
import relrep.api.data.Matrix;
import relrep.api.model.Architecture;
import relrep.api.model.DecoderArchitecture;
import relrep.api.model.Encoder;
import relrep.api.run.InvalidInputException;
import relrep.runtime.cell.PartRun;
import relrep.runtime.cell.PluginResolver;
import relrep.runtime.compute.Workspace;
import relrep.runtime.experiment.LocatedExpression;
import relrep.runtime.network.NetworkFile;
import relrep.workbench.plugins.Kind;

/** Encodes samples by an encoder, or by the encoder of a network's file. */
final class Encoding {
    private final PluginResolver parts;
    private final Workspace work;
    private final PartRun run;

    Encoding(PluginResolver parts, Workspace work, PartRun run) {
        this.parts = parts;
        this.work = work;
        this.run = run;
    }

    /** Checks that an encoder takes samples of a content. */
    void requireContent(LocatedExpression encoder, boolean network, Content has) {
        Content takes =
                network
                        ? architecture(encoder).takes()
                        : parts.get(Kind.ENCODER, Encoder.class, encoder).plugin().takes();
        if (has != takes) {
            throw new InvalidInputException(
                    "the encoder '%s' takes %s, and the samples are %s"
                            .formatted(encoder.where().label(), takes.words(), has.words()));
        }
    }

    private Architecture architecture(LocatedExpression written) {
        DecoderArchitecture plugin =
                parts.get(Kind.ARCHITECTURE, DecoderArchitecture.class, written).plugin();
        if (plugin instanceof Architecture whole) {
            return whole;
        }
        throw new InvalidInputException(
                "a network has an encoder, and what '%s' trains has none".formatted(written));
    }

    /** Returns the latents that the encoder of a network gives. */
    Matrix byNetwork(LocatedExpression architecture, NetworkFile file, Inputs inputs) {
        Encoder encoder = architecture(architecture).restore(file.state()).encoder();
        return work.encoders().encodeAll(encoder, inputs, run);
    }
}
