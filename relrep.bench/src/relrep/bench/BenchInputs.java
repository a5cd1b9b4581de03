package relrep.bench;

import relrep.api.data.Labels;
import relrep.api.data.Matrix;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder of the inputs as NumPy files, which both sides of a comparison read.
 *
 * @param folder the folder in {@code PERF_INPUTS}, or our own
 * @param made whether it is our own, in which missing inputs are generated
 */
record BenchInputs(Path folder, boolean made) {
    /** Returns the first rows of a table. */
    Matrix floats(String name, int rows) {
        return InputFile.rows(file(name), rows);
    }

    Labels labels(String name) {
        return Labels.of(InputFile.labels(file(name)));
    }

    private Path file(String name) {
        Path file = folder.resolve(name + ".npy");
        if (made && !Files.exists(file)) {
            MadeInputs.write(name, this);
        }
        if (!Files.exists(file)) {
            throw new MissingInputException("there is no " + file);
        }
        return file;
    }
}
