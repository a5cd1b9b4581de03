package relrep.api.tck;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;

import java.util.stream.Stream;

/**
 * The checks of a plugin as JUnit tests, one test per law. A test is named after the plugin as
 * experiments write it, and the law. A provider's contract test is three lines:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> keepsItsContract() {
 *     return DynamicChecks.of(new Cosine());
 * }
 * }</pre>
 */
public final class DynamicChecks {
    private DynamicChecks() {}

    /** Returns the checks of a plugin in the standard setting. */
    public static Stream<DynamicTest> of(Object plugin) {
        return of(plugin, Setting.standard());
    }

    /** Returns the checks of a plugin; a skipped one becomes an aborted test with its reason. */
    public static Stream<DynamicTest> of(Object plugin, Setting setting) {
        String name = Written.plugin(plugin);
        return Checks.of(plugin, setting).stream()
                .map(check -> DynamicTest.dynamicTest(name + ": " + check.law(), () -> run(check)));
    }

    private static void run(Check check) {
        try {
            check.run();
        } catch (SkippedException e) {
            Assumptions.abort(e.getMessage());
        }
    }
}
