package relrep.workbench.contract;

import relrep.api.data.Matrix;
import relrep.api.model.Epoch;
import relrep.api.model.NetworkState;
import relrep.api.model.Regressor;

import java.util.List;
import java.util.Optional;

/**
 * Checks a learnt map: its images must have one row per input row and the width of the targets.
 *
 * @param width of the targets, or {@link CheckedPlugin#UNKNOWN}
 */
record CheckedRegressor(ContractCheck check, Regressor plugin, int width) implements Regressor {
    @Override
    public Matrix predict(Matrix inputs) {
        return check.matrix("predict", inputs.rows(), width, () -> plugin.predict(inputs));
    }

    @Override
    public Optional<NetworkState> state() {
        return check.get("state", "an optional", plugin::state)
                .map(kept -> CheckedState.of(check, kept));
    }

    @Override
    public List<Epoch> history() {
        return check.get("history", "a list", plugin::history);
    }
}
