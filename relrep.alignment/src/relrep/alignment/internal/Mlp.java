package relrep.alignment.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import relrep.api.alignment.Aligner;
import relrep.api.alignment.Alignment;
import relrep.api.alignment.AlignmentProblem;
import relrep.api.alignment.AlignmentState;
import relrep.api.alignment.MapFamily;
import relrep.api.data.Matrix;
import relrep.api.model.Regression;
import relrep.api.model.Regressor;
import relrep.api.model.Trainer;
import relrep.api.plugin.Option;
import relrep.api.plugin.Plugin;
import relrep.api.plugin.Tunable;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A network of three fully connected layers with ReLU between them, trained to map each source
 * point to its target point: {@code d → k·d → k·d → m}. The {@link Trainer} service trains the
 * network.
 */
@Component(service = Aligner.class)
@Plugin(
        name = "mlp",
        description = "three fully connected layers, trained on the pairs to stitch the spaces",
        source =
                "Lähner & Moeller, On the Direct Alignment of Latent Spaces, 2023, equation 3;"
                        + " Moschella et al., ICLR 2023, section 5")
public final class Mlp implements Aligner, Tunable<Aligner, Mlp.Options> {
    private final Trainer trainer;
    private final Options options;

    /** Makes the aligner with its defaults. */
    @Activate
    public Mlp(@Reference Trainer trainer) {
        this(trainer, new Options(2, 100, 64, 1e-3));
    }

    private Mlp(Trainer trainer, Options options) {
        this.trainer = trainer;
        this.options = options;
    }

    /** The options of {@code mlp}. */
    public record Options(
            @Option(
                            value =
                                    "width of the two hidden layers, as a multiple of the source's"
                                            + " width",
                            min = 1,
                            max = 64)
                    int factor,
            @Option(value = "passes over the pairs; the paper does not say", min = 1) int epochs,
            @Option(value = "pairs a step of Adam", min = 1) int batchSize,
            @Option(value = "step size of Adam; too large a one diverges", min = 0, max = 1)
                    double learningRate) {
        /** Checks the ranges of the numbers. */
        public Options {
            require("factor", factor >= 1 && factor <= 64, "1 to 64", factor);
            require("epochs", epochs >= 1, "at least 1", epochs);
            require("batch-size", batchSize >= 1, "at least 1", batchSize);
            boolean step = learningRate > 0 && learningRate <= 1;
            require("learning-rate", step, "above 0, at most 1", learningRate);
        }

        private static void require(String name, boolean holds, String range, Number value) {
            if (!holds) {
                throw new InvalidInputException(
                        "%s must be %s, not %s".formatted(name, range, value));
            }
        }
    }

    @Override
    public Options options() {
        return options;
    }

    @Override
    public Aligner with(Options other) {
        return new Mlp(trainer, other);
    }

    @Override
    public Alignment fit(AlignmentProblem problem, Run run) {
        Matrix inputs = Pairs.points(problem.source(), problem.anchors());
        Matrix targets = Pairs.points(problem.target(), problem.anchors());
        int hidden = options.factor() * inputs.cols();
        Regressor map =
                trainer.train(
                        new Regression(
                                inputs,
                                targets,
                                List.of(hidden, hidden),
                                options.epochs(),
                                options.batchSize(),
                                options.learningRate()),
                        run);
        return LearntAlignment.of(map, inputs, targets);
    }

    @Override
    public Alignment restore(AlignmentState state) {
        return LearntAlignment.restored(trainer, state);
    }

    @Override
    public boolean trains() {
        return true;
    }

    /** Returns no family: training ends near a map, not exactly at it. */
    @Override
    public Set<MapFamily> recovers() {
        return EnumSet.noneOf(MapFamily.class);
    }

    @Override
    public boolean readsAnchorsAlone() {
        return true;
    }

    @Override
    public boolean acceptsUnequalWidths() {
        return true;
    }
}
