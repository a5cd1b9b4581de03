package relrep.runtime.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import relrep.api.data.Matrix;
import relrep.api.model.NetworkState;
import relrep.api.model.Objective;
import relrep.api.run.InvalidInputException;
import relrep.workbench.plugins.Expression;
import relrep.workbench.tensor.Safetensors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

class NetworkFileTest {
    private static final NetworkFile NETWORK =
            new NetworkFile(
                    Expression.parse("conv(epochs=3)"),
                    24,
                    Objective.CLASSIFY,
                    new NetworkState(
                            Map.of("encoder.0", Matrix.of(1, 2, 3, 4)), Map.of("seed", "inner")),
                    Map.of("seed", "2"));

    @TempDir Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("net.safetensors");
        NETWORK.write(file);
    }

    @Test
    void aNetworkIsReadAsItWasWritten() throws IOException {
        assertEquals(NETWORK, NetworkFile.read(file));
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count(), "no draft is left");
        }
    }

    private String refusal(Path path) {
        return assertThrows(InvalidInputException.class, () -> NetworkFile.read(path)).getMessage();
    }

    @Test
    void whatIsNoNetworkIsRefused() throws IOException {
        assertTrue(refusal(folder.resolve("no.safetensors")).contains("'relrep train' makes one"));
        Path map = folder.resolve("map.safetensors");
        Safetensors.write(new NetworkState(Map.of(), Map.of("relrep.map", "1")), map);
        assertTrue(refusal(map).contains("its metadata have no network"), refusal(map));
        Path nameless = folder.resolve("nameless.safetensors");
        Safetensors.write(
                new NetworkState(Map.of(), Map.of("relrep.network", "1", "width", "3")), nameless);
        assertTrue(refusal(nameless).contains("there is no architecture"), refusal(nameless));
    }

    @Test
    void aTruncatedFileIsRefusedWithItsPlace() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 3));
        assertTrue(refusal(file).contains(file.toString()), refusal(file));
    }
}
