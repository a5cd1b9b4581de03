package relrep.report.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;

final class ScaleTest {
    private static List<String> labels(Scale scale) {
        return scale.ticks().stream().map(scale::label).toList();
    }

    @Test
    void endsAtRoundNumbers() {
        Scale scale = Scale.around(0, 0.132);
        assertEquals(List.of("0", "0.05", "0.10", "0.15"), labels(scale));
        assertEquals(0.5, scale.at(0.075), 1e-12);
    }

    @Test
    void writesNegativeNumbersWithAMinus() {
        assertEquals(List.of("−1.0", "−0.5", "0", "0.5", "1.0"), labels(Scale.around(-0.8, 0.6)));
    }

    @Test
    void quartersHaveTheirDecimals() {
        assertEquals(
                List.of("−0.150", "−0.125", "−0.100", "−0.075", "−0.050", "−0.025"),
                labels(Scale.around(-0.14, -0.03)));
    }

    @Test
    void errorsFarApartAreOnALogarithmicScale() {
        assertTrue(Scale.ofErrors(0.001, 0.1).logarithmic());
        assertEquals(
                List.of("0.001", "0.002", "0.005", "0.01", "0.02", "0.05", "0.1"),
                labels(Scale.ofErrors(0.001, 0.1)));
        assertEquals(false, Scale.ofErrors(0.01, 0.1).logarithmic());
    }

    @Test
    void oneValueHasRoomAroundIt() {
        Scale scale = Scale.around(3, 3);
        assertTrue(scale.low() < 3 && scale.high() > 3);
    }
}
