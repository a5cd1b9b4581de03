package relrep.api.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DynamicTest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Lists correct plugins, and for each of their laws a plugin that breaks it. A check that no plugin
 * can fail is worthless, so a law without a counter-example fails the tests of the kit.
 */
final class CounterExamples {
    private final Setting setting;
    private final Map<String, Object> sound = new LinkedHashMap<>();
    private final Map<String, Object> broken = new LinkedHashMap<>();
    private final Set<String> elsewhere = new TreeSet<>();

    CounterExamples() {
        this(Setting.standard());
    }

    CounterExamples(Setting setting) {
        this.setting = setting;
    }

    CounterExamples sound(String name, Object plugin) {
        sound.put(name, plugin);
        return this;
    }

    CounterExamples broken(String law, Object plugin) {
        broken.put(law, plugin);
        return this;
    }

    /** Leaves out the laws of a plugin of another contract, which has a test of its own. */
    CounterExamples without(Object plugin) {
        Checks.of(plugin).forEach(check -> elsewhere.add(check.law()));
        return this;
    }

    Stream<DynamicTest> tests() {
        Stream<DynamicTest> keep =
                sound.entrySet().stream().flatMap(entry -> named(entry.getKey(), entry.getValue()));
        Stream<DynamicTest> fail =
                broken.entrySet().stream()
                        .map(
                                entry ->
                                        DynamicTest.dynamicTest(
                                                "can be broken: " + entry.getKey(),
                                                () -> breaks(entry.getKey(), entry.getValue())));
        return Stream.of(keep, fail, Stream.of(complete())).flatMap(tests -> tests);
    }

    private Stream<DynamicTest> named(String name, Object plugin) {
        return DynamicChecks.of(plugin, setting)
                .map(
                        test ->
                                DynamicTest.dynamicTest(
                                        name + " " + test.getDisplayName(), test.getExecutable()));
    }

    private void breaks(String law, Object plugin) {
        List<Check> checks =
                Checks.of(plugin, setting).stream().filter(c -> c.law().equals(law)).toList();
        assertEquals(1, checks.size(), "checks of the law '" + law + "'");
        Verdict verdict = checks.get(0).judge();
        assertEquals(Verdict.Outcome.BROKEN, verdict.outcome(), verdict.toString());
        assertTrue(verdict.reason().startsWith(law + ": "), verdict.reason());
        assertTrue(verdict.reason().endsWith("(seed 1)"), verdict.reason());
    }

    private DynamicTest complete() {
        return DynamicTest.dynamicTest(
                "every law has a counter-example",
                () -> {
                    Set<String> laws = new TreeSet<>();
                    for (Object plugin : sound.values()) {
                        Checks.of(plugin, setting).forEach(check -> laws.add(check.law()));
                    }
                    laws.removeIf(law -> law.contains(", with "));
                    elsewhere.forEach(laws::remove);
                    laws.removeAll(broken.keySet());
                    assertEquals(Set.of(), laws);
                });
    }
}
