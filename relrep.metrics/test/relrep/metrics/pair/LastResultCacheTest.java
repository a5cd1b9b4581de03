package relrep.metrics.pair;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import relrep.api.data.Matrix;

class LastResultCacheTest {
    private final Matrix x = Matrix.of(1, 1, 1);
    private final Matrix y = Matrix.of(1, 1, 1);

    @Test
    void theVerySameTablesInTheSameOrderAreWorkedOutOnce() {
        LastResultCache<String> remembered = new LastResultCache<>(4);
        assertEquals("first", remembered.of(x, y, () -> "first"));
        assertEquals("first", remembered.of(x, y, () -> "again"));
        assertEquals("other way round", remembered.of(y, x, () -> "other way round"));
        assertEquals("equal", remembered.of(x, Matrix.of(1, 1, 1), () -> "equal"));
    }

    @Test
    void theOldestIsForgottenFirst() {
        LastResultCache<String> remembered = new LastResultCache<>(2);
        Matrix z = Matrix.of(1, 1, 2);
        remembered.of(x, y, () -> "first");
        remembered.of(y, z, () -> "second");
        remembered.of(z, x, () -> "third");
        assertEquals("second", remembered.of(y, z, () -> "again"));
        assertEquals("again", remembered.of(x, y, () -> "again"));
    }
}
