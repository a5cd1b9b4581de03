package relrep.api.tck;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import relrep.api.data.AnchorSelector;
import relrep.api.data.Anchors;

import java.util.Map;
import java.util.stream.Stream;

class NameChecksTest {
    private static final AnchorSelector FIRST = (space, run) -> Anchors.ofRows(0);

    private static Setting named(String name, String description) {
        return Setting.standard()
                .with(Map.of("relrep.name", name, "relrep.description", description));
    }

    @TestFactory
    Stream<DynamicTest> keepsTheLaws() {
        return DynamicChecks.of(FIRST, named("robust-cosine", "the cosine of standardised points"));
    }

    @TestFactory
    Stream<DynamicTest> breaksTheLaws() {
        return new CounterExamples(named("Robust_Cosine", "Cosine\nof something"))
                .broken("has a name of lower-case words joined by hyphens", FIRST)
                .broken("is described in one sentence", FIRST)
                .tests();
    }
}
