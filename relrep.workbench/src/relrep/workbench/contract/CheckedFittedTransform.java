package relrep.workbench.contract;

import relrep.api.data.Matrix;
import relrep.api.transform.FittedTransform;
import relrep.api.transform.TransformState;
import relrep.workbench.terminal.Quantity;

import java.util.Map;
import java.util.Optional;

/**
 * Checks a fitted transform: its images must be finite and have one row per input row and the width
 * that it gives.
 *
 * @param from width of its inputs, {@link CheckedPlugin#UNKNOWN} for a restored one
 * @param width of the images
 */
record CheckedFittedTransform(ContractCheck check, FittedTransform plugin, int from, int width)
        implements FittedTransform {
    /** Asks a fitted transform for its width, which must be at least 1 and never change. */
    static CheckedFittedTransform of(ContractCheck check, FittedTransform plugin, int from) {
        int width = check.attempt("width", plugin::width);
        check.require(width >= 1, "width", "must be at least 1, not %d", width);
        return new CheckedFittedTransform(check, plugin, from, width);
    }

    /** Returns a restored transform, checked against the width that it was fitted on. */
    static FittedTransform from(int from, FittedTransform fitted) {
        return fitted instanceof CheckedFittedTransform checked
                ? new CheckedFittedTransform(checked.check, checked.plugin, from, checked.width)
                : fitted;
    }

    @Override
    public Matrix apply(Matrix latents) {
        Matrix images = check.matrix("apply", latents.rows(), width, () -> plugin.apply(latents));
        check.require(
                from == CheckedPlugin.UNKNOWN || latents.cols() == from,
                "apply",
                "must refuse rows of %s, since it was fitted on %d",
                Quantity.of(latents.cols(), "coordinate"),
                from);
        return images;
    }

    @Override
    public Map<String, Double> diagnostics() {
        return check.numbers("diagnostics", check.get("diagnostics", "a map", plugin::diagnostics));
    }

    @Override
    public Optional<FittedTransform> inverse() {
        return check.get("inverse", "an optional", plugin::inverse).map(this::back);
    }

    private FittedTransform back(FittedTransform inverse) {
        CheckedFittedTransform back = of(check, inverse, width);
        check.require(
                from == CheckedPlugin.UNKNOWN || back.width == from,
                "inverse",
                "must lead back to %s, not to %d",
                Quantity.of(from, "coordinate"),
                back.width);
        return back;
    }

    @Override
    public Optional<TransformState> state() {
        return check.get("state", "an optional", plugin::state)
                .map(kept -> CheckedState.of(check, kept));
    }
}
