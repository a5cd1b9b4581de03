package relrep.alignment.internal;

import org.osgi.service.component.annotations.Component;

import relrep.api.alignment.Aligner;
import relrep.api.alignment.Alignment;
import relrep.api.alignment.AlignmentProblem;
import relrep.api.alignment.AlignmentState;
import relrep.api.alignment.MapFamily;
import relrep.api.plugin.Option;
import relrep.api.plugin.Plugin;
import relrep.api.plugin.Tunable;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;

import java.util.EnumSet;
import java.util.Set;

/**
 * {@code z' = zW + b} that minimises {@code ‖XW + b - Y‖² + λ‖W‖²}; without a bias, {@code W = (XᵀX
 * + λI)⁻¹XᵀY}. The squares are summed, not averaged, over the pairs, so the weight of λ falls with
 * their number.
 */
@Component(service = Aligner.class)
@Plugin(
        name = "ridge",
        description = "linear map by least squares with a penalty on the size of its weights",
        source =
                "Hoerl & Kennard, Ridge regression: biased estimation for nonorthogonal problems,"
                        + " 1970")
public final class Ridge implements Aligner, Tunable<Aligner, Ridge.Options> {
    private final Options options;

    /** Makes the aligner with its defaults. */
    public Ridge() {
        this(new Options(1, false));
    }

    private Ridge(Options options) {
        this.options = options;
    }

    /** The options of {@code ridge}. */
    public record Options(
            @Option(
                            value =
                                    "the penalty on the sum of the squared weights, against the"
                                            + " sum of squared errors over all pairs; 0 is linear"
                                            + " or affine, large values shrink the map to zero",
                            min = 0)
                    double lambda,
            @Option("whether a shift is fitted as well, which costs no penalty") boolean bias) {
        /** Requires a penalty that is a number. */
        public Options {
            if (!(lambda >= 0) || Double.isInfinite(lambda)) {
                throw new InvalidInputException(
                        "lambda must be a number of at least 0, not " + lambda);
            }
        }
    }

    @Override
    public Options options() {
        return options;
    }

    @Override
    public Aligner with(Options other) {
        return new Ridge(other);
    }

    @Override
    public Alignment fit(AlignmentProblem problem, Run run) {
        return new LinearFit(options.bias(), options.lambda()).of(Pairs.of(problem));
    }

    @Override
    public Alignment restore(AlignmentState state) {
        return LinearAlignment.restored(state);
    }

    /** A penalty keeps the map off every exact one; without it, ridge is linear or affine. */
    @Override
    public Set<MapFamily> recovers() {
        if (options.lambda() > 0) {
            return EnumSet.noneOf(MapFamily.class);
        }
        return options.bias()
                ? EnumSet.allOf(MapFamily.class)
                : EnumSet.complementOf(EnumSet.of(MapFamily.TRANSLATION));
    }

    @Override
    public boolean acceptsUnequalWidths() {
        return true;
    }
}
