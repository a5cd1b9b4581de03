package relrep.models.architecture;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import relrep.api.data.Matrix;
import relrep.api.model.Architecture;
import relrep.api.model.Bottleneck;
import relrep.api.model.DecodingProblem;
import relrep.api.model.Network;
import relrep.api.model.NetworkState;
import relrep.api.model.TrainedDecoder;
import relrep.api.model.TrainingProblem;
import relrep.api.plugin.Option;
import relrep.api.plugin.Plugin;
import relrep.api.plugin.Tunable;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.models.network.Attributes;
import relrep.models.network.PlainNetwork;
import relrep.nd4j.Nd4jEngine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The architecture {@code columns}, which is no network: the latents are some coordinates of a
 * sample, unchanged. If samples hold the vectors of several spaces side by side, each space is a
 * range of columns. So spaces computed elsewhere can be compared, made relative and aligned like
 * those of networks.
 *
 * <p>The decoder is the affine least squares map from these coordinates to the whole sample.
 */
@Component(service = Architecture.class)
@Plugin(
        name = "columns",
        description =
                "some coordinates of the samples as they are: one of several spaces that were"
                        + " computed elsewhere",
        source = "no paper: a projection onto coordinates")
public final class Columns implements Architecture, Tunable<Architecture, Columns.Options> {
    private static final String FIRST = "first";
    private static final String WIDTH = "width";
    private static final String SIZE = "size";

    private final Nd4jEngine engine;
    private final Options options;

    /** Makes the plugin with its defaults: the first coordinates. */
    @Activate
    public Columns(@Reference Nd4jEngine engine) {
        this(engine, new Options(0));
    }

    private Columns(Nd4jEngine engine, Options options) {
        this.engine = engine;
        this.options = options;
    }

    /** The options of {@code columns}. */
    public record Options(
            @Option(
                            value =
                                    "the first coordinate, from 0; as many are taken as the width"
                                            + " says",
                            min = 0)
                    int first) {
        /** Checks that the number is not negative. */
        public Options {
            if (first < 0) {
                throw new InvalidInputException("first must be at least 0, not " + first);
            }
        }
    }

    @Override
    public Options options() {
        return options;
    }

    @Override
    public Architecture with(Options other) {
        return new Columns(engine, other);
    }

    @Override
    public Network train(TrainingProblem problem, Run run) {
        problem.requireNoPenalties("columns");
        if (!(problem.bottleneck() instanceof Bottleneck.Absolute)) {
            throw new InvalidInputException(
                    "columns cannot be trained through a similarity, it is not trained at all");
        }
        Matrix inputs = problem.train().inputs();
        int width = problem.bottleneck().width();
        if (options.first() + (long) width > inputs.cols()) {
            throw new InvalidInputException(
                    "columns needs samples of at least %d coordinates, %d from %d on, not %d"
                            .formatted(
                                    options.first() + (long) width,
                                    width,
                                    options.first(),
                                    inputs.cols()));
        }
        Matrix latents = new ColumnsEncoder(options.first(), width, inputs.cols()).encode(inputs);
        TrainedDecoder decoder =
                trainDecoder(
                        new DecodingProblem(
                                latents,
                                problem.train(),
                                Optional.empty(),
                                Optional.empty(),
                                problem.objective()),
                        run);
        Map<String, String> attributes = new LinkedHashMap<>(decoder.state().attributes());
        attributes.put(FIRST, String.valueOf(options.first()));
        attributes.put(WIDTH, String.valueOf(width));
        attributes.put(SIZE, String.valueOf(inputs.cols()));
        return network(new NetworkState(decoder.state().tensors(), attributes));
    }

    private Network network(NetworkState state) {
        Attributes attributes = new Attributes(state.attributes());
        ColumnsEncoder encoder =
                new ColumnsEncoder(
                        attributes.number(FIRST),
                        attributes.number(WIDTH),
                        attributes.number(SIZE));
        return new PlainNetwork(
                encoder, linear().restoreDecoder(state).decoder(), List.of(), state);
    }

    /** Returns the architecture that fits decoders in closed form. */
    private Pca linear() {
        return new Pca(engine);
    }

    @Override
    public TrainedDecoder trainDecoder(DecodingProblem problem, Run run) {
        return linear().trainDecoder(problem, run);
    }

    @Override
    public Network restore(NetworkState state) {
        return network(state);
    }

    @Override
    public TrainedDecoder restoreDecoder(NetworkState state) {
        return linear().restoreDecoder(state);
    }
}
