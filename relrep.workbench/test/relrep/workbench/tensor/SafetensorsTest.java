package relrep.workbench.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import relrep.api.data.Matrix;
import relrep.api.model.NetworkState;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

class SafetensorsTest {
    @TempDir private Path folder;

    private static NetworkState state() {
        Map<String, Matrix> tensors = new LinkedHashMap<>();
        tensors.put("weight", Matrix.of(2, 3, 1, 2, 3, 4, 5, 6.5f));
        tensors.put("bias", Matrix.of(1, 3, -0f, Float.MIN_VALUE, 1e30f));
        tensors.put("none", Matrix.of(0, 3));
        return new NetworkState(tensors, Map.of("epochs", "3", "quote\"", "ä\n"));
    }

    @Test
    void aStateIsReadAsItWasWritten() throws IOException {
        Path file = folder.resolve("a.safetensors");
        Safetensors.write(state(), file);
        NetworkState read = Safetensors.read(file);
        assertEquals(state(), read);
        assertEquals(List.of("weight", "bias", "none"), List.copyOf(read.tensors().keySet()));
    }

    @Test
    void theFileIsWhatTheFormatSays() throws IOException {
        Path file = folder.resolve("a.safetensors");
        Safetensors.write(state(), file);
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int header = (int) bytes.getLong();
        assertEquals(0, (header + 8) % 8);
        String json = new String(bytes.array(), 8, header, StandardCharsets.UTF_8);
        assertTrue(
                json.contains(
                        "\"weight\":{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[0,24]}"),
                json);
        assertEquals(6.5f, bytes.getFloat(8 + header + 20));
        assertEquals(8 + header + 36, bytes.capacity());
    }

    @Test
    void everyTruncationIsNoticedAndSaysWhere() throws IOException {
        Path file = folder.resolve("a.safetensors");
        Safetensors.write(state(), file);
        byte[] whole = Files.readAllBytes(file);
        Path broken = folder.resolve("b.safetensors");
        for (int i = 0; i < whole.length; i++) {
            Files.write(broken, Arrays.copyOf(whole, i));
            assertThrows(CorruptEntryException.class, () -> Safetensors.read(broken), i + "");
        }
        Files.write(broken, Arrays.copyOf(whole, 5));
        CorruptEntryException wrong =
                assertThrows(CorruptEntryException.class, () -> Safetensors.read(broken));
        assertEquals(broken + ": expected 8 bytes at offset 0, there are 5", wrong.getMessage());
    }

    @Test
    void aChangedNumberIsNoticed() throws IOException {
        Path file = folder.resolve("a.safetensors");
        Safetensors.write(state(), file);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 4;
        Files.write(file, bytes);
        assertThrows(CorruptEntryException.class, () -> Safetensors.read(file));
    }

    @Test
    void aFileOfAnotherProgramIsRead() throws IOException {
        String header = "{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}";
        ByteBuffer bytes =
                ByteBuffer.allocate(8 + header.length() + 8).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(header.length()).put(header.getBytes(StandardCharsets.UTF_8));
        bytes.putFloat(1.5f).putFloat(-2);
        Path file = Files.write(folder.resolve("p.safetensors"), bytes.array());
        assertEquals(
                new NetworkState(Map.of("w", Matrix.of(1, 2, 1.5f, -2)), Map.of()),
                Safetensors.read(file));
    }
}
