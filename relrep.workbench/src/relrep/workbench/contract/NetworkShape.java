package relrep.workbench.contract;

import relrep.api.data.Samples;
import relrep.api.model.Bottleneck;
import relrep.api.model.DecodingProblem;
import relrep.api.model.Objective;
import relrep.api.model.TrainingProblem;

/**
 * The widths of a network's latents, decoder inputs and outputs.
 *
 * @param latents width of the encoder's output
 * @param decoded width of the decoder's input, {@link CheckedPlugin#UNKNOWN} after a similarity
 * @param outputs width of the decoder's output
 * @param objective the aim of its training
 */
public record NetworkShape(int latents, int decoded, int outputs, Objective objective) {
    /** Returns the shape of a network that is trained on these samples. */
    public static NetworkShape of(Samples train, Objective objective, int width, boolean relative) {
        return new NetworkShape(
                width,
                relative ? CheckedPlugin.UNKNOWN : width,
                outputs(train, objective),
                objective);
    }

    static NetworkShape of(TrainingProblem problem) {
        return of(
                problem.train(),
                problem.objective(),
                problem.bottleneck().width(),
                problem.bottleneck() instanceof Bottleneck.Relative);
    }

    static NetworkShape of(DecodingProblem problem) {
        return ofDecoder(problem.train(), problem.objective(), problem.latents().cols());
    }

    /** Returns the shape of a decoder that is trained alone. */
    public static NetworkShape ofDecoder(Samples train, Objective objective, int decoded) {
        return new NetworkShape(
                CheckedPlugin.UNKNOWN, decoded, outputs(train, objective), objective);
    }

    private static int outputs(Samples train, Objective objective) {
        return objective == Objective.RECONSTRUCT
                ? train.shape().size()
                : train.requireLabels().classes().size();
    }
}
