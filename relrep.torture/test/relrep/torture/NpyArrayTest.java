package relrep.torture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Optional;

class NpyArrayTest {
    private static final NpyArray ARRAY = new NpyArray(2, 3, new float[] {1, 2, 3, 4, 5, 6});

    @Test
    void readsWhatItWrites() {
        byte[] bytes = ARRAY.bytes();
        assertEquals(0, (bytes.length - 6 * Float.BYTES) % 64);
        assertTrue(ARRAY.equal(NpyArray.of(bytes).orElseThrow()));
    }

    @Test
    void doesNotVouchForWhatIsCutOff() {
        byte[] bytes = ARRAY.bytes();
        assertEquals(Optional.empty(), NpyArray.of(Arrays.copyOf(bytes, bytes.length - 1)));
        assertEquals(Optional.empty(), NpyArray.of(Arrays.copyOf(bytes, 5)));
    }

    @Test
    void tellsNumbersApart() {
        assertFalse(ARRAY.equal(new NpyArray(2, 3, new float[] {1, 2, 3, 4, 5, 6.1f})));
        assertFalse(ARRAY.equal(new NpyArray(3, 2, ARRAY.values())));
        assertFalse(ARRAY.equal(new NpyArray(2, 3, new float[] {1, 2, 3, 4, 5, Float.NaN})));
    }
}
