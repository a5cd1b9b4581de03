package relrep.workbench.contract;

import relrep.api.file.VectorBlock;
import relrep.api.file.VectorTarget;
import relrep.api.file.VectorWriter;

import java.nio.file.Files;

/**
 * Checks a vector writer: the file must exist after a commit.
 *
 * @param target the file to write
 */
record CheckedVectorWriter(ContractCheck check, VectorWriter plugin, VectorTarget target)
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
