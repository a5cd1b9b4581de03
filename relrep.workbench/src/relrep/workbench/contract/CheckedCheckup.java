package relrep.workbench.contract;

import relrep.api.run.Checkup;

import java.util.List;

/** Checks a check-up: its findings must have names. */
record CheckedCheckup(ContractCheck check, Checkup plugin) implements Checkup {
    @Override
    public List<Finding> examine() {
        List<Finding> findings = check.get("examine", "a list", plugin::examine);
        for (Finding finding : findings) {
            check.require(
                    finding != null
                            && finding.name() != null
                            && finding.value() != null
                            && finding.remedy() != null,
                    "examine",
                    "must give name, value and remedy of what it finds, not %s",
                    finding);
        }
        return findings;
    }
}
