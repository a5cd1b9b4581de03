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
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Ridge regression: {@code z' = zW + b} minimises {@code ‖XW + b - Y‖² + λ‖W‖²}. Without an
 * intercept, {@code W = (XᵀX + λI)⁻¹XᵀY}. The squares are summed over the pairs, not averaged, so a
 * given λ weighs less with more pairs. By default, λ is chosen by generalised cross-validation on
 * the pairs.
 */
@Component(service = Aligner.class)
@Plugin(
        name = "ridge",
        description = "linear map by least squares with a penalty on the size of its weights",
        source =
                "Hoerl & Kennard, Ridge regression: biased estimation for nonorthogonal problems,"
                        + " 1970")
public final class Ridge implements Aligner, Tunable<Aligner, Ridge.Options> {
    private static final String AUTO = "auto";

    private final Options options;

    /** Makes the aligner with its defaults. */
    public Ridge() {
        this(new Options(AUTO, true));
    }

    private Ridge(Options options) {
        this.options = options;
    }

    /** The options of {@code ridge}. */
    public record Options(
            @Option(
                            "the penalty on the sum of the squared weights, against the sum of"
                                + " squared errors over all pairs: auto, which chooses it on the"
                                + " pairs by generalised cross-validation, or a number of at least"
                                + " 0; 0 is linear or affine, large values shrink the map to one"
                                + " point")
                    String lambda,
            @Option("whether a shift is fitted as well, which costs no penalty")
                    boolean intercept) {
        /** Checks that the penalty is a number, and normalises its text. */
        public Options {
            if (!lambda.equals(AUTO)) {
                lambda = text(number(lambda));
            }
        }

        /** Makes options with a given penalty. */
        Options(double lambda, boolean intercept) {
            this(String.valueOf(lambda), intercept);
        }

        private static double number(String lambda) {
            double number;
            try {
                number = Double.parseDouble(lambda);
            } catch (NumberFormatException none) {
                number = Double.NaN;
            }
            if (!(number >= 0) || Double.isInfinite(number)) {
                throw new InvalidInputException(
                        "lambda must be auto or a number of at least 0, not " + lambda);
            }
            return number;
        }

        private static String text(double number) {
            String text = String.valueOf(number);
            return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
        }

        /** Returns the penalty; absent if it is chosen by cross-validation. */
        OptionalDouble penalty() {
            return lambda.equals(AUTO)
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(Double.parseDouble(lambda));
        }

        private Set<MapFamily> exact() {
            return intercept
                    ? EnumSet.allOf(MapFamily.class)
                    : EnumSet.complementOf(EnumSet.of(MapFamily.TRANSLATION));
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
        return new RidgeFit(options.penalty(), options.intercept()).of(Pairs.of(problem), run);
    }

    @Override
    public Alignment restore(AlignmentState state) {
        return LinearAlignment.restored(state);
    }

    /** Returns no family with a penalty; without it, those of linear or affine maps. */
    @Override
    public Set<MapFamily> recovers() {
        return options.penalty().orElse(1) == 0 ? options.exact() : EnumSet.noneOf(MapFamily.class);
    }

    /** For pairs without noise, cross-validation chooses almost no penalty. */
    @Override
    public Set<MapFamily> mayRecover() {
        return options.penalty().isPresent() ? EnumSet.noneOf(MapFamily.class) : options.exact();
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
