package relrep.nd4j;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

final class SmokeTest {
    @Test
    void multiplies() {
        assertEquals(64.0, Nd4j.ones(4, 4).mmul(Nd4j.ones(4, 4)).sumNumber().doubleValue(), 0);
    }
}
