package relrep.penalties;

import org.osgi.service.component.annotations.Component;

import relrep.api.data.Matrix;
import relrep.api.model.Penalty;
import relrep.api.model.PenaltyBatch;
import relrep.api.model.PenaltyValue;
import relrep.api.model.Sampling;
import relrep.api.model.Sampling.Source;
import relrep.api.plugin.Option;
import relrep.api.plugin.Plugin;
import relrep.api.plugin.Tunable;
import relrep.api.run.InvalidInputException;

import java.util.List;
import java.util.Optional;

/**
 * A penalty that concentrates the death times of a class at β, so that its samples become
 * β-connected: {@code λ Σ |d - β|} over the lengths of the edges of the minimum spanning tree of a
 * batch, before the relative map, after it, or both.
 */
@Component(service = Penalty.class)
@Plugin(
        name = "densification",
        description =
                "brings the death times of a class to beta: the lengths of the edges of the minimum"
                        + " spanning tree of its samples",
        source =
                "Hofer, Graf, Niethammer & Kwitt, Topologically densified distributions, ICML 2020;"
                        + " on relative representations García-Castellanos et al., 2024")
public final class Densification implements Penalty, Tunable<Penalty, Densification.Options> {
    /** 1 - cos 25°: similarities of two samples within this angle differ by no more. */
    private static final double WITHIN_25_DEGREES = 0.0937;

    private final Options options;

    /** Makes the penalty with its defaults: on the latents, β = 3, λ = 0.02. */
    public Densification() {
        this(
                new Options(
                        3,
                        0.02,
                        Where.PRE,
                        List.of(0.1, 0.9),
                        Form.ABS,
                        Distance.L2,
                        Schedule.CYCLIC,
                        WITHIN_25_DEGREES,
                        Distance.LINF,
                        Source.EACH_CLASS,
                        16,
                        1));
    }

    private Densification(Options options) {
        this.options = options;
    }

    /** The places of the penalty. */
    public enum Where {
        /** Before the relative map: on the latents. */
        PRE,
        /** After the relative map: on the similarities to the anchors. */
        POST,
        /** Both. */
        BOTH
    }

    @Override
    public Options options() {
        return options;
    }

    @Override
    public Penalty with(Options other) {
        return new Densification(other);
    }

    @Override
    public Sampling sampling() {
        int size = options.batches() == Source.TRAINING_BATCH ? 0 : options.size();
        return new Sampling(options.batches(), size, options.every());
    }

    @Override
    public boolean needsRelative() {
        return options.where() != Where.PRE;
    }

    @Override
    public PenaltyValue measure(PenaltyBatch batch) {
        double lambda = options.lambda() * options.schedule().share(batch.step(), batch.steps());
        PenaltyValue none = PenaltyValue.none(batch);
        double value = 0;
        Matrix latents = none.latents();
        Optional<Matrix> relative = Optional.empty();
        if (options.where() != Where.POST) {
            DeathTimeTerm before =
                    DeathTimeTerm.of(
                            batch.latents(),
                            options.distance(),
                            options.form(),
                            options.beta(),
                            lambda * weight(0));
            value += before.value();
            latents = before.gradient();
        }
        if (options.where() != Where.PRE) {
            DeathTimeTerm after =
                    DeathTimeTerm.of(
                            batch.requireRelative(),
                            options.distancePost(),
                            options.form(),
                            options.betaPost(),
                            lambda * weight(1));
            value += after.value();
            relative = Optional.of(after.gradient());
        }
        return new PenaltyValue(value, latents, relative);
    }

    private double weight(int place) {
        return options.where() == Where.BOTH ? options.weights().get(place) : 1;
    }

    /**
     * The options of {@code densification}.
     *
     * @param beta the death time before the relative map
     * @param lambda the weight
     * @param where the places
     * @param weights the weights before and after the relative map, for both places
     * @param form the function of the difference between death time and β
     * @param distance before the relative map
     * @param schedule the weight during training
     * @param betaPost the death time after the relative map
     * @param distancePost after the relative map
     * @param batches the batches that death times are computed for
     * @param size samples of a batch
     * @param every the steps from one batch to the next
     */
    public record Options(
            @Option(
                            value =
                                    "the wanted death time of the latents, in their unit; it"
                                            + " depends on the size of a batch",
                            min = 0,
                            max = 1e6)
                    double beta,
            @Option(value = "weight of the penalty in the loss", min = 0, max = 1e6) double lambda,
            @Option(
                            "pre: on the latents; post: on the similarities to the anchors, in"
                                    + " training through a similarity; both: the sum, with weights")
                    Where where,
            @Option(value = "with where=both, the weights of pre and post", min = 0, max = 1e6)
                    List<Double> weights,
            @Option(
                            "of a death time d: abs |d - beta|, square (d - beta)², hinge"
                                    + " max(0, d - beta), which pulls only down")
                    Form form,
            @Option("the distance between latents: Euclidean, or the largest of a coordinate")
                    Distance distance,
            @Option(
                            "cyclic: four cycles, in each of which the weight rises from 0 over"
                                    + " three quarters; constant: the full weight")
                    Schedule schedule,
            @Option(
                            value =
                                    "the wanted death time of similarities; 1 - cos θ for samples"
                                            + " within the angle θ of each other",
                            min = 0,
                            max = 1e6)
                    double betaPost,
            @Option("the distance between rows of similarities: l2, or linf, the largest of one")
                    Distance distancePost,
            @Option(
                            "the batches, each of which is penalised: each-class, one-class at a"
                                    + " time, mixed, or the training-batch itself")
                    Source batches,
            @Option(
                            value = "samples of a batch; the training batch has its own size",
                            min = 2,
                            max = 65_536)
                    int size,
            @Option(value = "training steps from one penalty to the next", min = 1, max = 1e6)
                    int every) {
        /** Checks the ranges of all numbers. */
        public Options {
            weights = List.copyOf(weights);
            require("beta", beta, 0, 1e6);
            require("lambda", lambda, 0, 1e6);
            require("beta-post", betaPost, 0, 1e6);
            require("size", size, 2, 65_536);
            require("every", every, 1, 1e6);
            weights.forEach(weight -> require("weights", weight, 0, 1e6));
            if (weights.size() != 2) {
                throw new InvalidInputException(
                        "weights must be two, of pre and of post, not %d: %s"
                                .formatted(weights.size(), weights));
            }
        }

        private static void require(String name, double value, double min, double max) {
            if (!(value >= min && value <= max)) {
                throw new InvalidInputException(
                        "%s must be %.0f to %.0f, not %s".formatted(name, min, max, value));
            }
        }
    }
}
