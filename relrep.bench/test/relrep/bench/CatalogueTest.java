package relrep.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.regex.Pattern;

/** Tests the workloads: their names, and their least numbers of operations. */
final class CatalogueTest {
    private static final Limits MACHINE = new Limits(238, 30);

    @Test
    void namesAreUnique() {
        List<String> names = Catalogue.all().stream().map(Workload::name).toList();
        assertEquals(names.size(), names.stream().distinct().count());
        assertTrue(names.contains("proj-cos/1m/384/300"));
        assertTrue(names.contains("jaccard10/60k/300"));
    }

    /** Counted by hand: 2 · 10,000 · 384 · 300 operations, of 238 in a nanosecond. */
    @Test
    void aProjectionIsLimitedByItsProducts() {
        assertEquals(2.304e9 / 238e9, limit("proj-cos/10k/384/300", 1), 1e-12);
        assertEquals(2.304e9 / 476e9, limit("proj-cos/10k/384/300", 2), 1e-12);
    }

    /** 2 · 10,000 · 384 floats, of 30 bytes in a nanosecond, on however many processors. */
    @Test
    void theCosineIndexIsLimitedByMemory() {
        assertEquals(30.72e6 / 30e9, limit("cosidx/10k/384", 1), 1e-12);
        assertEquals(30.72e6 / 30e9, limit("cosidx/10k/384", 2), 1e-12);
    }

    /** A convolution of 3 × 3 to 32 × 14 × 14, one to 64 × 7 × 7, and a dense layer to 48. */
    @Test
    void anEncoderIsLimitedByItsLayers() {
        double products = 9 * 32 * 196 + 9 * 32 * 64 * 49 + 3136 * 48;
        assertEquals(2e4 * products / 238e9, limit("enc/conv/256", 1), 1e-12);
    }

    @Test
    void anUnknownNameIsRefused() {
        Exception e =
                assertThrows(IllegalArgumentException.class, () -> Catalogue.named("proj-cos"));
        assertEquals(
                "a workload must be one of 'relrep bench --list', not 'proj-cos'", e.getMessage());
    }

    @Test
    void aFilterIsFoundAnywhereInTheName() {
        Workload workload = Catalogue.named("mrr/10k/300");
        assertTrue(workload.matches(List.of()));
        assertTrue(workload.matches(List.of(Pattern.compile("cka"), Pattern.compile("10k"))));
        assertEquals(false, workload.matches(List.of(Pattern.compile("^10k"))));
    }

    private static double limit(String name, int threads) {
        return Catalogue.named(name).limit(MACHINE.gigaFlops(), MACHINE.gigaBytes(), threads);
    }
}
