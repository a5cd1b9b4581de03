package relrep.workbench.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import relrep.api.run.Checkup;
import relrep.api.run.Checkup.Finding;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

class TimedCheckupTest {
    private static final Finding FINE = new Finding("licence", "valid", true, "");

    private static List<Finding> findings(Supplier<Checkup> made, long millis) {
        Checkup timed = new TimedCheckup("com.example 1.0.0", "example.jar", made, millis);
        Checkup after = () -> List.of(FINE);
        return new InstallationReport().bundles(List.of(timed, after)).findings();
    }

    private static List<Finding> never() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return List.of();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void oneThatHangsIsNamedAndTheOthersAreShown(boolean whileMade) {
        Supplier<Checkup> hanging =
                whileMade
                        ? () -> {
                            never();
                            return null;
                        }
                        : () -> TimedCheckupTest::never;
        List<Finding> found = findings(hanging, 10);
        assertEquals(2, found.size(), found::toString);
        assertFalse(found.get(0).healthy());
        assertTrue(found.get(0).value().contains("com.example 1.0.0 must return within 10 ms"));
        assertTrue(found.get(0).remedy().contains("example.jar"));
        assertEquals(FINE, found.get(1));
    }

    @Test
    void oneThatReturnsIsBelieved() {
        assertEquals(List.of(FINE, FINE), findings(() -> () -> List.of(FINE), Long.MAX_VALUE));
    }

    @Test
    void oneThatIsGoneFindsNothing() {
        assertEquals(List.of(FINE), findings(() -> null, Long.MAX_VALUE));
    }

    @Test
    void oneThatThrowsIsAFinding() {
        Supplier<Checkup> broken =
                () ->
                        () -> {
                            throw new NoClassDefFoundError("q");
                        };
        List<Finding> found = findings(broken, Long.MAX_VALUE);
        assertFalse(found.get(0).healthy());
        assertTrue(found.get(0).value().contains("NoClassDefFoundError: q"), found::toString);
        assertEquals(FINE, found.get(1));
    }
}
