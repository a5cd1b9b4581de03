package relrep.runtime.cache;

import relrep.api.data.Matrix;
import relrep.api.model.NetworkState;
import relrep.workbench.tensor.CorruptEntryException;
import relrep.workbench.tensor.Safetensors;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Stores one matrix as a safetensors file.
 *
 * @param folder the folder in the cache, {@code excerpts}
 */
public record MatrixFormat(String folder) implements Format<Matrix> {
    private static final String VALUES = "values";

    @Override
    public String ending() {
        return ".safetensors";
    }

    @Override
    public void write(Matrix value, Path file) throws IOException {
        Safetensors.write(new NetworkState(Map.of(VALUES, value), Map.of()), file);
    }

    @Override
    public Matrix read(Path file) throws IOException {
        Matrix value = Safetensors.read(file).tensors().get(VALUES);
        if (value == null) {
            throw new CorruptEntryException(file + ": expected a matrix", null);
        }
        return value;
    }
}
