package relrep.api.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static relrep.api.plugin.Invariance.AXIS_SCALING;
import static relrep.api.plugin.Invariance.INVERTIBLE_LINEAR;
import static relrep.api.plugin.Invariance.ISOTROPIC_SCALING;
import static relrep.api.plugin.Invariance.ORTHOGONAL;
import static relrep.api.plugin.Invariance.PERMUTATION;
import static relrep.api.plugin.Invariance.TRANSLATION;

import org.junit.jupiter.api.Test;

import relrep.api.alignment.MapFamily;

import java.util.Set;

class InvarianceTest {
    @Test
    void impliesThePartsOfAFamily() {
        assertEquals(Set.of(PERMUTATION), PERMUTATION.implied());
        assertEquals(Set.of(ORTHOGONAL, PERMUTATION), ORTHOGONAL.implied());
        assertEquals(Set.of(AXIS_SCALING, ISOTROPIC_SCALING), AXIS_SCALING.implied());
        assertEquals(Set.of(TRANSLATION), TRANSLATION.implied());
        assertEquals(
                Set.of(PERMUTATION, ORTHOGONAL, ISOTROPIC_SCALING, AXIS_SCALING, INVERTIBLE_LINEAR),
                INVERTIBLE_LINEAR.implied());
    }

    @Test
    void impliesItselfAndWhatItsPartsImply() {
        for (Invariance family : Invariance.values()) {
            assertTrue(family.implied().contains(family), family.name());
            for (Invariance part : family.implied()) {
                assertTrue(family.implied().containsAll(part.implied()), family + " " + part);
            }
        }
        for (MapFamily family : MapFamily.values()) {
            assertTrue(family.implied().contains(family), family.name());
            for (MapFamily part : family.implied()) {
                assertTrue(family.implied().containsAll(part.implied()), family + " " + part);
            }
        }
    }
}
