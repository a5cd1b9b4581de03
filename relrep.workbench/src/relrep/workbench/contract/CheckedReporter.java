package relrep.workbench.contract;

import relrep.api.report.Report;
import relrep.api.report.Reporter;

import java.io.IOException;
import java.nio.file.Path;

/** Turns the failures of a reporter into one sentence. */
record CheckedReporter(ContractCheck check, Reporter plugin) implements Reporter {
    @Override
    public void write(Report report, Path folder) throws IOException {
        IOException allowed =
                check.attempt(
                        "write",
                        () -> {
                            try {
                                plugin.write(report, folder);
                                return null;
                            } catch (IOException e) {
                                return e;
                            }
                        });
        if (allowed != null) {
            throw allowed;
        }
    }
}
