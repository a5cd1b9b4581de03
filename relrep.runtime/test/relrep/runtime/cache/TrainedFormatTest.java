package relrep.runtime.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import relrep.api.data.Matrix;
import relrep.api.model.Epoch;
import relrep.api.model.NetworkState;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

class TrainedFormatTest {
    @TempDir private Path folder;

    @Test
    void theHistoryOfATrainingIsKept() throws IOException {
        Trained trained =
                new Trained(
                        new NetworkState(Map.of("w", Matrix.of(1, 2, 1.5f, -2)), Map.of()),
                        List.of(
                                new Epoch(1, 0.1, OptionalDouble.empty()),
                                new Epoch(2, 1.0 / 3, OptionalDouble.of(1e-9))));
        Path file = folder.resolve("a.safetensors");
        TrainedFormat format = new TrainedFormat("networks");
        format.write(trained, file);
        assertEquals(trained, format.read(file));
    }
}
