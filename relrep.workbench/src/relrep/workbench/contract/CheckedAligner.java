package relrep.workbench.contract;

import relrep.api.alignment.Aligner;
import relrep.api.alignment.Alignment;
import relrep.api.alignment.AlignmentProblem;
import relrep.api.alignment.AlignmentState;
import relrep.api.alignment.MapFamily;
import relrep.api.run.Run;

import java.util.Set;

/** Checks an aligner: its maps must go from the width of the source to that of the target. */
record CheckedAligner(ContractCheck check, Aligner plugin) implements Aligner {
    @Override
    public Alignment fit(AlignmentProblem problem, Run run) {
        Alignment fitted =
                check.get("fit", "an alignment", () -> plugin.fit(problem, check.watched(run)));
        return new CheckedAlignment(
                check, fitted, problem.source().width(), problem.target().width());
    }

    @Override
    public Alignment restore(AlignmentState state) {
        return new CheckedAlignment(
                check,
                check.get("restore", "an alignment", () -> plugin.restore(state)),
                CheckedPlugin.UNKNOWN,
                CheckedPlugin.UNKNOWN);
    }

    @Override
    public Set<MapFamily> recovers() {
        return check.get("recovers", "a set", plugin::recovers);
    }

    @Override
    public Set<MapFamily> mayRecover() {
        return check.get("mayRecover", "a set", plugin::mayRecover);
    }

    @Override
    public boolean trains() {
        return check.attempt("trains", plugin::trains);
    }

    @Override
    public boolean readsAnchorsAlone() {
        return check.attempt("readsAnchorsAlone", plugin::readsAnchorsAlone);
    }

    @Override
    public boolean acceptsUnequalWidths() {
        return check.attempt("acceptsUnequalWidths", plugin::acceptsUnequalWidths);
    }
}
