package relrep.workbench.contract;

import relrep.api.data.Matrix;
import relrep.api.model.Penalty;
import relrep.api.model.PenaltyBatch;
import relrep.api.model.PenaltyValue;
import relrep.api.model.Sampling;

import java.util.Optional;

/** Checks a penalty: its value must be finite, and its gradients must fit the batch. */
record CheckedPenalty(ContractCheck check, Penalty plugin) implements Penalty {
    private static final String MEASURE = "measure";

    @Override
    public Sampling sampling() {
        return check.get("sampling", "batches", plugin::sampling);
    }

    @Override
    public boolean needsLabels() {
        sampling(); // on which it depends by default
        return check.attempt("needsLabels", plugin::needsLabels);
    }

    @Override
    public boolean needsRelative() {
        return check.attempt("needsRelative", plugin::needsRelative);
    }

    @Override
    public PenaltyValue measure(PenaltyBatch batch) {
        PenaltyValue value = check.get(MEASURE, "a value", () -> plugin.measure(batch));
        check.require(
                Double.isFinite(value.value()),
                MEASURE,
                "must return a finite value, not %s",
                value.value());
        check.require(
                value.latents() != null,
                MEASURE,
                "must return a gradient of the latents, not null");
        check.require(
                value.relative() != null,
                MEASURE,
                "must return an optional gradient of the similarities, not null");
        check.require(
                value.relative().isEmpty() || batch.relative().isPresent(),
                MEASURE,
                "must return no gradient of similarities, since the batch has none");
        Matrix latents = gradient(batch.latents(), value.latents());
        Optional<Matrix> relative =
                value.relative().map(own -> gradient(batch.relative().orElseThrow(), own));
        return new PenaltyValue(value.value(), latents, relative);
    }

    private Matrix gradient(Matrix values, Matrix gradient) {
        return check.matrix(MEASURE, values.rows(), values.cols(), () -> gradient);
    }
}
