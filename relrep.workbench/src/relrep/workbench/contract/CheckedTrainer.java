package relrep.workbench.contract;

import relrep.api.model.NetworkState;
import relrep.api.model.Regression;
import relrep.api.model.Regressor;
import relrep.api.model.Trainer;
import relrep.api.run.Run;

/** Checks a trainer: its maps must go from the width of the inputs to that of the targets. */
record CheckedTrainer(ContractCheck check, Trainer plugin) implements Trainer {
    @Override
    public Regressor train(Regression problem, Run run) {
        return new CheckedRegressor(
                check,
                check.get("train", "a map", () -> plugin.train(problem, check.watched(run))),
                problem.targets().cols());
    }

    @Override
    public Regressor restore(NetworkState state) {
        return new CheckedRegressor(
                check,
                check.get("restore", "a map", () -> plugin.restore(state)),
                CheckedPlugin.UNKNOWN);
    }
}
