package relrep.workbench.contract;

import relrep.api.alignment.Alignment;
import relrep.api.alignment.AlignmentState;
import relrep.api.data.Matrix;
import relrep.workbench.terminal.Quantity;

import java.util.Map;
import java.util.Optional;

/**
 * Checks a map: its images must be finite and have one row per input row and the width of the
 * target.
 *
 * @param from width of its inputs, {@link CheckedPlugin#UNKNOWN} for a restored map
 * @param to width of the images
 */
record CheckedAlignment(ContractCheck check, Alignment plugin, int from, int to)
        implements Alignment {
    /** Returns a restored map, checked against the widths that it had when it was fitted. */
    static Alignment between(Alignment map, int from, int to) {
        return map instanceof CheckedAlignment checked
                ? new CheckedAlignment(checked.check, checked.plugin, from, to)
                : map;
    }

    @Override
    public Matrix apply(Matrix latents) {
        Matrix images = check.matrix("apply", latents.rows(), to, () -> plugin.apply(latents));
        check.require(
                from == CheckedPlugin.UNKNOWN || latents.cols() == from,
                "apply",
                "must refuse rows of %s, since it maps %d",
                Quantity.of(latents.cols(), "coordinate"),
                from);
        return images;
    }

    @Override
    public float[] apply(float[] latent) {
        float[] image = check.get("apply", "an array", () -> plugin.apply(latent));
        check.require(
                to == CheckedPlugin.UNKNOWN || image.length == to,
                "apply",
                "must return %s, not %d",
                Quantity.of(to, "coordinate"),
                image.length);
        check.require(
                from == CheckedPlugin.UNKNOWN || latent.length == from,
                "apply",
                "must refuse rows of %s, since it maps %d",
                Quantity.of(latent.length, "coordinate"),
                from);
        for (int i = 0; i < image.length; i++) {
            if (!Float.isFinite(image[i])) {
                throw check.broken(
                        "apply", "must return finite numbers, but value %d is %s", i, image[i]);
            }
        }
        return check.foreign() ? image.clone() : image;
    }

    @Override
    public Map<String, Double> diagnostics() {
        return check.numbers("diagnostics", check.get("diagnostics", "a map", plugin::diagnostics));
    }

    @Override
    public Optional<Alignment> inverse() {
        return check.get("inverse", "an optional", plugin::inverse)
                .map(back -> new CheckedAlignment(check, back, to, from));
    }

    @Override
    public Optional<AlignmentState> state() {
        return check.get("state", "an optional", plugin::state)
                .map(kept -> CheckedState.of(check, kept));
    }
}
