package relrep.runtime.compute;

import relrep.api.data.Inputs;
import relrep.api.data.Matrix;
import relrep.api.model.Architecture;
import relrep.api.model.Bottleneck;
import relrep.api.model.Decoder;
import relrep.api.model.DecoderArchitecture;
import relrep.api.model.DecodingProblem;
import relrep.api.model.Network;
import relrep.api.model.NetworkState;
import relrep.api.model.Penalty;
import relrep.api.model.TrainedDecoder;
import relrep.api.model.TrainingProblem;
import relrep.api.run.InvalidInputException;
import relrep.api.similarity.DifferentiableSimilarity;
import relrep.api.similarity.Similarity;
import relrep.runtime.cache.CacheView;
import relrep.runtime.cache.Trained;
import relrep.runtime.cache.TrainedFormat;
import relrep.runtime.cell.AnchorSpec;
import relrep.runtime.cell.CellKeys;
import relrep.runtime.cell.ComputeOnceMap;
import relrep.runtime.cell.DecoderSpec;
import relrep.runtime.cell.EndToEndSpec;
import relrep.runtime.cell.NetworkSpec;
import relrep.runtime.cell.PartRun;
import relrep.runtime.cell.PluginResolver;
import relrep.runtime.experiment.LocatedExpression;
import relrep.runtime.experiment.TrainedFile;
import relrep.runtime.network.NetworkFile;
import relrep.workbench.contract.CheckedPlugin;
import relrep.workbench.contract.NetworkShape;
import relrep.workbench.plugins.Kind;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The networks and decoders of a run. Each is trained once, by one process, or read from the cache.
 * It is always restored from its stored state, so that both ways give exactly the same results.
 */
public final class Networks {
    private static final TrainedFormat NETWORKS = new TrainedFormat("networks");
    private static final TrainedFormat DECODERS = new TrainedFormat("decoders");

    private final PluginResolver parts;
    private final Data data;
    private final CellKeys keys;
    private final CacheView cache;
    private final FrozenEncoders frozen;
    private final ComputeOnceMap<NetworkSpec, Network> networks = new ComputeOnceMap<>();
    private final ComputeOnceMap<DecoderSpec, Decoder> decoders = new ComputeOnceMap<>();
    private final AtomicInteger trained = new AtomicInteger();

    Networks(
            PluginResolver parts,
            Data data,
            CellKeys keys,
            CacheView cache,
            FrozenEncoders frozen) {
        this.frozen = frozen;
        this.parts = parts;
        this.data = data;
        this.keys = keys;
        this.cache = cache;
    }

    /** Returns the samples of anchors. */
    interface AnchorSamples {
        Inputs of(AnchorSpec spec, NetworkSpec network, PartRun run);
    }

    Network get(NetworkSpec spec, AnchorSamples anchors, PartRun run) {
        return networks.get(
                spec,
                () -> {
                    Architecture architecture = architecture(spec);
                    NetworkState state =
                            spec.maker()
                                    .file()
                                    .map(Networks::read)
                                    .orElseGet(() -> trained(architecture, spec, anchors, run));
                    return CheckedPlugin.in(
                            NetworkShape.of(
                                    data.get(spec.data()).train(),
                                    spec.objective(),
                                    spec.width(),
                                    spec.through().isPresent()),
                            architecture.restore(state));
                });
    }

    private NetworkState trained(
            Architecture architecture, NetworkSpec spec, AnchorSamples anchors, PartRun run) {
        return cache.compute(
                        keys.network(spec),
                        NETWORKS,
                        run,
                        () -> train(architecture, spec, bottleneck(spec, anchors, run), run))
                .state();
    }

    /** Returns the state in a file, which must be the one that the experiment was read with. */
    private static NetworkState read(TrainedFile file) {
        if (!NetworkFile.checksum(file.path()).equals(file.sha256())) {
            throw new InvalidInputException(
                    "%s must stay the same while it is used, but was changed"
                            .formatted(file.path()));
        }
        return NetworkFile.read(file.path()).state();
    }

    private Bottleneck bottleneck(NetworkSpec spec, AnchorSamples anchors, PartRun run) {
        if (spec.through().isEmpty()) {
            return new Bottleneck.Absolute(spec.width());
        }
        EndToEndSpec through = spec.through().get();
        LocatedExpression similarity = through.how().similarity();
        return new Bottleneck.Relative(
                spec.width(),
                anchors.of(through.how().anchors(), spec, run),
                (DifferentiableSimilarity)
                        parts.get(Kind.SIMILARITY, Similarity.class, similarity).plugin(),
                through.every(),
                through.normalised());
    }

    private Trained train(
            Architecture architecture, NetworkSpec spec, Bottleneck bottleneck, PartRun run) {
        Data.Part part = data.part(spec);
        Network network =
                architecture.train(
                        new TrainingProblem(
                                part.train(),
                                part.validation(),
                                spec.objective(),
                                bottleneck,
                                penalties(spec)),
                        run.with(spec.branch().branch("training")));
        if (spec.through().isPresent() && network.anchors().isEmpty()) {
            throw new InvalidInputException(
                    "the architecture '%s' cannot be trained through a similarity: the decoder of"
                                    .formatted(spec.architecture())
                            + " the network that it made takes latents");
        }
        trained.incrementAndGet();
        return new Trained(network.state(), network.history());
    }

    private List<Penalty> penalties(NetworkSpec spec) {
        return spec.maker().penalties().stream()
                .map(written -> parts.get(Kind.PENALTY, Penalty.class, written).plugin())
                .toList();
    }

    private Architecture architecture(NetworkSpec spec) {
        return (Architecture) decoding(spec.architecture());
    }

    private DecoderArchitecture decoding(LocatedExpression written) {
        return parts.get(Kind.ARCHITECTURE, DecoderArchitecture.class, written).plugin();
    }

    /** Returns the encoders that are plugins. */
    FrozenEncoders frozen() {
        return frozen;
    }

    /** Returns the latents of a network's training samples, as a decoder takes them. */
    interface DecoderLatents {
        Matrix of(DecoderSpec spec, PartRun run);
    }

    Decoder decoder(DecoderSpec spec, DecoderLatents latents, PartRun run) {
        return decoders.get(
                spec,
                () -> {
                    DecoderArchitecture architecture =
                            decoding(spec.network().maker().decoding().orElseThrow());
                    Trained kept =
                            cache.compute(
                                    keys.decoder(spec),
                                    DECODERS,
                                    run,
                                    () -> train(architecture, spec, latents.of(spec, run), run));
                    return CheckedPlugin.in(
                            NetworkShape.ofDecoder(
                                    data.get(spec.network().data()).train(),
                                    spec.network().objective(),
                                    CheckedPlugin.UNKNOWN),
                            architecture.restoreDecoder(kept.state()).decoder());
                });
    }

    private Trained train(
            DecoderArchitecture architecture, DecoderSpec spec, Matrix latents, PartRun run) {
        Data.Part part = data.part(spec.network());
        boolean whole = part.held().length == 0;
        TrainedDecoder trained =
                architecture.trainDecoder(
                        new DecodingProblem(
                                whole ? latents : latents.select(part.trained()),
                                part.train(),
                                whole ? Optional.empty() : Optional.of(latents.select(part.held())),
                                part.validation(),
                                spec.network().objective()),
                        run.with(spec.branch()));
        this.trained.incrementAndGet();
        return new Trained(trained.state(), trained.history());
    }

    /** Returns the number of networks and decoders trained here, without those from the cache. */
    public int trained() {
        return trained.get();
    }

    /** Returns a network's cache entry without training it. */
    public Optional<Trained> kept(NetworkSpec spec) {
        return cache.get(keys.network(spec), NETWORKS);
    }

    /** Returns a decoder's cache entry without training it. */
    public Optional<Trained> kept(DecoderSpec spec) {
        return cache.get(keys.decoder(spec), DECODERS);
    }

    void forget(Object spec) {
        if (spec instanceof NetworkSpec network) {
            networks.forget(network);
        } else if (spec instanceof DecoderSpec decoder) {
            decoders.forget(decoder);
        }
    }
}
