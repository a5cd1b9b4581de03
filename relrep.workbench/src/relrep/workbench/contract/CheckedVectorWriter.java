package relrep.workbench.contract;

import relrep.api.file.VectorBlock;
import relrep.api.file.VectorTarget;
import relrep.api.file.VectorWriter;

import java.nio.file.Files;
import java.util.Optional;

/**
 * Checks a vector writer: after a commit the file must exist, and be another than before.
 *
 * @param target the file to write
 * @param before the file of that name before, if there was one
 */
record CheckedVectorWriter(
        ContractCheck check, VectorWriter plugin, VectorTarget target, Optional<FileTrace> before)
        implements VectorWriter {
    @Override
    public boolean keepsKeys() {
        return check.attempt("keepsKeys", plugin::keepsKeys);
    }

    @Override
    public void append(VectorBlock block) {
        run("append", () -> plugin.append(block));
    }

    @Override
    public void commit() {
        run("commit", plugin::commit);
        check.require(Files.exists(target.file()), "commit", "must leave a file %s", target.file());
        check.require(
                before.isEmpty() || !before.equals(FileTrace.of(target.file())),
                "commit",
                "must replace the file %s, which is as it was before",
                target.file());
    }

    @Override
    public void close() {
        run("close", plugin::close);
    }

    private void run(String method, Runnable call) {
        check.attempt(
                method,
                () -> {
                    call.run();
                    return true;
                });
    }
}
