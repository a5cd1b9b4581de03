package relrep.workbench.contract;

import relrep.api.file.VectorFile;
import relrep.api.file.VectorFormat;
import relrep.api.file.VectorSource;
import relrep.api.file.VectorTarget;
import relrep.api.file.VectorWriter;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.UnavailableException;

import java.util.List;
import java.util.Optional;

/** Checks a vector format: its files must return the rows that they declare. */
record CheckedVectorFormat(ContractCheck check, VectorFormat plugin) implements VectorFormat {
    @Override
    public boolean recognises(String name, byte[] beginning) {
        try {
            return check.attempt("recognises", () -> plugin.recognises(name, beginning));
        } catch (InvalidInputException | UnavailableException refused) {
            throw check.failed("recognises", refused);
        }
    }

    @Override
    public boolean lastResort() {
        return check.attempt("lastResort", plugin::lastResort);
    }

    @Override
    public VectorFile open(VectorSource source, Run run) {
        VectorFile file =
                check.get("open", "a file", () -> plugin.open(source, check.watched(run)));
        try {
            return CheckedVectorFile.of(check, file);
        } catch (PluginFailureException broken) {
            check.attempt(
                    "close",
                    () -> {
                        file.close();
                        return true;
                    });
            throw broken;
        }
    }

    @Override
    public List<String> writes() {
        List<String> endings = check.get("writes", "a list", plugin::writes);
        for (String ending : endings) {
            check.require(
                    ending != null && !ending.isBlank(),
                    "writes",
                    "must return endings such as .npy, not '%s'",
                    ending);
        }
        return endings;
    }

    @Override
    public VectorWriter create(VectorTarget target) {
        ContractCheck writing = check.lacking(); // room on the disk
        Optional<FileTrace> before = FileTrace.of(target.file());
        return new CheckedVectorWriter(
                writing,
                writing.get("create", "a writer", () -> plugin.create(target)),
                target,
                before);
    }
}
