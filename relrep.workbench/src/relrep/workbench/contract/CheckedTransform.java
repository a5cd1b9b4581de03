package relrep.workbench.contract;

import relrep.api.data.Space;
import relrep.api.run.Run;
import relrep.api.transform.FittedTransform;
import relrep.api.transform.Transform;
import relrep.api.transform.TransformState;

/** Checks a transform: what it fits must take rows as wide as the training latents. */
record CheckedTransform(ContractCheck check, Transform plugin) implements Transform {
    @Override
    public FittedTransform fit(Space training, Run run) {
        return CheckedFittedTransform.of(
                check,
                check.get(
                        "fit",
                        "a fitted transform",
                        () -> plugin.fit(training, check.watched(run))),
                training.width());
    }

    @Override
    public FittedTransform restore(TransformState state) {
        return CheckedFittedTransform.of(
                check,
                check.get("restore", "a fitted transform", () -> plugin.restore(state)),
                CheckedPlugin.UNKNOWN);
    }
}
