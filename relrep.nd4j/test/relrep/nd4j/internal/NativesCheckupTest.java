package relrep.nd4j.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import relrep.api.run.Checkup.Finding;
import relrep.nd4j.Nd4jEngine;

import java.util.List;

class NativesCheckupTest {
    @Test
    void tellsWhichNativesAreLoadedAndWithWhichKernels() {
        List<Finding> found = new NativesCheckup(Nd4jEngine::start).examine();
        assertEquals(List.of("natives", "blas"), found.stream().map(Finding::name).toList());
        assertTrue(found.stream().allMatch(Finding::healthy), found::toString);
        String blas = "OpenBLAS \\S+, \\w+ kernels, \\d+ threads?";
        assertTrue(found.get(1).value().matches(blas), found::toString);
        assertEquals(found, new NativesCheckup(Nd4jEngine::start).examine());
    }

    @Test
    void whatDoesNotLoadIsAFindingWithARemedy() {
        Finding natives =
                new NativesCheckup(
                                () -> {
                                    throw new UnsatisfiedLinkError("no jnind4jcpu");
                                })
                        .examine()
                        .get(0);
        assertFalse(natives.healthy());
        assertEquals("not loaded: java.lang.UnsatisfiedLinkError: no jnind4jcpu", natives.value());
        assertFalse(natives.remedy().isEmpty());
    }
}
